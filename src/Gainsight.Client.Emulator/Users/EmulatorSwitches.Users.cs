namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>Where a failed User Management call reports its records. Not documented. Default: <see cref="UserErrorForm.DataErrors"/>.</summary>
    public UserErrorForm UserErrors { get; set; }

    /// <summary>
    /// Whether one invalid user fails the whole call, as in the record API. If not, the valid users are written although the call fails.
    /// Not documented. Default: <see langword="true"/>.
    /// </summary>
    public bool UserCallsAreAtomic { get; set; } = true;

    /// <summary>
    /// Whether writes ignore <c>IsSuperAdmin</c>, which they may not set (official). If not, they refuse it. Default: <see langword="false"/>.
    /// </summary>
    public bool IgnoresIsSuperAdmin { get; set; }

    /// <summary>The shape of <c>data</c> in the list of users. Not documented. Default: <see cref="UserListForm.RecordsAndTotal"/>.</summary>
    public UserListForm UserList { get; set; }
}
