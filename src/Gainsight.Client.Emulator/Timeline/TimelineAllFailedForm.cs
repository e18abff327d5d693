namespace Gainsight.Client.Emulator;

/// <summary>The response to a timeline call in which every record failed.</summary>
public enum TimelineAllFailedForm
{
    /// <summary>Status 200, <c>result:true</c> and an empty <c>success</c> (third party).</summary>
    ResultTrue,

    /// <summary>Status 200, <c>result:false</c> and the same <c>data</c> (inferred).</summary>
    ResultFalse,

    /// <summary>Status 400, <c>result:false</c> and the same <c>data</c> (inferred).</summary>
    BadRequest,
}
