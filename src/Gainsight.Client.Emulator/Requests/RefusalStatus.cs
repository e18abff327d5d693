namespace Gainsight.Client.Emulator;

/// <summary>The HTTP status of a refused call.</summary>
public enum RefusalStatus
{
    /// <summary>Status 400 (list of error codes, live tests).</summary>
    BadRequest,

    /// <summary>Status 200 with <c>result:false</c> (handled by several connectors).</summary>
    OkWithResultFalse,
}
