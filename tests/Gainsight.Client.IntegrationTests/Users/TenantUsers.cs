using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Users;

/// <summary>Users to write, and what the tenant then has.</summary>
internal static class TenantUsers
{
    public static EmulatedObject Users(this Tenant tenant) => tenant.Emulator.Object("gsuser");

    public static string Name(int i) => $"user{i:000}@example.com";

    public static User One(int i) => new() { FirstName = "User", LastName = $"No {i}", Email = Name(i), SfdcUserName = Name(i), LicenseType = "Viewer" };

    public static List<User> Many(int count, int first = 0) => [.. Enumerable.Range(first, count).Select(One)];

    public static EmulatedRow Named(this Tenant tenant, string userName) => tenant.Users().Rows.Single(row => Equals(row["SFDCUserName"], userName));

    public static void Unname(User user)
    {
        user.Unset(UserFields.FirstName);
        user.Unset(UserFields.LastName);
    }
}
