namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    private static void AddUsers(TenantData tenant)
    {
        var users = tenant.Add(new(tenant, User, "User", EmulatedObjectKind.Standard, "1P01") { Writable = false });
        AddSystemFields(users);

        // Keys of rows are texts, GSIDs, numbers or e-mail addresses, and this id is a key of user updates: so it is a text.
        foreach (var text in (string[])["Name", "FirstName", "LastName", "SFDCUserName", "SfdcUserId", "LicenseType", "Timezone", "Locale", "Title", "SystemType", "Role", "PartnerId", "PreferredNotificationSource", "ProfilePicture"])
        {
            _ = users.AddField(text, EmulatedDataType.String);
        }

        _ = users.AddField("Email", EmulatedDataType.Email);
        _ = users.AddField("IsActiveUser", EmulatedDataType.Boolean);
        _ = users.AddField("IsSuperAdmin", EmulatedDataType.Boolean);
        _ = users.AddField("GainsightLicenseEnabled", EmulatedDataType.Boolean);
        _ = users.AddField("IsPartner", EmulatedDataType.Boolean);
        _ = users.AddField("OpenMini360", EmulatedDataType.Boolean);
        users.Field("IsSuperAdmin").ReadOnly = true;
        users.AddField("Manager", EmulatedDataType.Lookup).LookupObject = User;
        users.AddField("CompanyID", EmulatedDataType.Lookup).LookupObject = Company;

        (string First, string Last)[] names = [("Rhea", "Lindqvist"), ("Tomas", "Okafor"), ("Mei", "Castellan"), ("Jonas", "Farrow"), ("Amara", "Silva")];
        foreach ((var first, var last) in names)
        {
            var email = string.Create(first.Length, first, static (span, name) => name.AsSpan().ToLowerInvariant(span)) + "@northwind.example";
            var gsid = users.Insert(
                ("Name", $"{first} {last}"),
                ("FirstName", first),
                ("LastName", last),
                ("Email", email),
                ("SFDCUserName", email),
                ("LicenseType", "Full"),
                ("Timezone", "UTC"),
                ("Locale", "en_US"),
                ("IsActiveUser", true),
                ("IsSuperAdmin", tenant.ApiUser is null),
                ("GainsightLicenseEnabled", true));
            tenant.ApiUser ??= gsid;
        }
    }
}
