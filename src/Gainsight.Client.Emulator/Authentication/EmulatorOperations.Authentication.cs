namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
    /// <summary><c>POST /v1/users/m2m/oauth/token</c>.</summary>
    public const string Token = "oauth.token";
}
