namespace Gainsight.Client.Emulator;

/// <summary>The answer to a call with wrong credentials (sources disagree).</summary>
public enum AuthenticationFailureForm
{
    /// <summary>Status 401 and <c>GS_APIG_2401</c>: official sample, observed.</summary>
    Unauthorized,

    /// <summary>Status 400 and <c>GSOBJ_1024</c>: the list of error codes.</summary>
    BadRequest,
}
