namespace Gainsight.Client.Emulator;

/// <summary>The answer to a timeline call in which every record failed.</summary>
public enum TimelineAllFailedForm
{
    /// <summary>Status 200 and <c>result:true</c>, nothing in <c>success</c> (third party).</summary>
    ResultTrue,

    /// <summary>Status 200 and <c>result:false</c>, with the same <c>data</c> (inferred).</summary>
    ResultFalse,

    /// <summary>Status 400 and <c>result:false</c>, with the same <c>data</c> (inferred).</summary>
    BadRequest,
}
