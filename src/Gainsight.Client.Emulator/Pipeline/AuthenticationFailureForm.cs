namespace Gainsight.Client.Emulator;

/// <summary>The response to a call with wrong credentials (sources differ).</summary>
public enum AuthenticationFailureForm
{
    /// <summary>Status 401 and <c>GS_APIG_2401</c> (official sample, observed).</summary>
    Unauthorized,

    /// <summary>Status 400 and <c>GSOBJ_1024</c> (list of error codes).</summary>
    BadRequest,
}
