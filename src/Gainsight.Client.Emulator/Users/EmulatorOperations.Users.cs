namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
    /// <summary><c>POST /v1/users/services</c>.</summary>
    public const string UserCreate = "user.create";

    /// <summary><c>PUT /v1/users/services?key=…</c>.</summary>
    public const string UserUpdate = "user.update";

    /// <summary><c>PUT /v1/users/services/status?status=…</c>.</summary>
    public const string UserStatus = "user.status";

    /// <summary><c>POST /v1/users/services/list</c>.</summary>
    public const string UserList = "user.list";
}
