namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    public const string Person = "Person";
    public const string CompanyPerson = "Company_Person";
    public const string RelationshipPerson = "Relationship_Person";

    /// <summary>
    /// Person, which only the People API writes, and the two objects that tie people to companies and relationships, which the
    /// record API writes as well (fields: recorded destination and second-hand official; the prefix of Person is not known).
    /// </summary>
    private static void AddPeople(TenantData tenant)
    {
        var person = tenant.Add(new(tenant, Person, "Person", EmulatedObjectKind.Standard, "1P03") { Writable = false });
        AddSystemFields(person);
        person.AddField("Email", EmulatedDataType.Email).MakeRequired();
        person.AddFields(
            EmulatedDataType.String,
            "Name", "FirstName", "MiddleName", "LastName", "Location", "Timezone", "ExternalRecordID", "ExternalRecordID__gc", "DynamicResolutionKey");
        person.AddField("Comments", EmulatedDataType.String).Length = 4000;
        _ = person.AddField("LinkedinUrl", EmulatedDataType.Url);
        _ = person.AddField("EmailOptOut", EmulatedDataType.Boolean);
        _ = person.AddField("MasterRecordID", EmulatedDataType.Gsid);
        _ = person.AddField("MasterAvatarTypeCode", EmulatedDataType.Number);

        var member = AddMembership(tenant, CompanyPerson, "Company Person", "1C01");
        member.AddLookup("Company_ID", Company).MakeRequired();
        _ = member.AddField("IsPrimaryCompany", EmulatedDataType.Boolean);

        var contact = AddMembership(tenant, RelationshipPerson, "Relationship Person", "1C03");
        contact.AddLookup("Relationship_ID", Relationship).MakeRequired();
        _ = contact.AddLookup("Company_ID", Company);
    }

    private static EmulatedObject AddMembership(TenantData tenant, string name, string label, string prefix)
    {
        var membership = tenant.Add(new(tenant, name, label, EmulatedObjectKind.Standard, prefix));
        AddSystemFields(membership);
        membership.AddLookup("Person_ID", Person).MakeRequired();
        membership.AddFields(EmulatedDataType.String, "Title", "Role");
        var active = membership.AddField("Active", EmulatedDataType.Boolean);
        active.DefaultValue = true;
        _ = membership.AddLookup("Manager", Person);
        return membership;
    }
}
