namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>Where a failed User Management call reports its records. Not documented.</summary>
    public UserErrorForm UserErrors { get; set; }

    /// <summary>
    /// Whether one bad user fails all of a call, as it does in the record API. Not documented: if not, the good ones are
    /// written although the call fails.
    /// </summary>
    public bool UserCallsAreAtomic { get; set; } = true;

    /// <summary>Whether <c>IsSuperAdmin</c> is ignored in writes, which may not set it (official); if not, it is refused.</summary>
    public bool IgnoresIsSuperAdmin { get; set; }

    /// <summary>The shape of <c>data</c> in the list of users. Not documented.</summary>
    public UserListForm UserList { get; set; }
}
