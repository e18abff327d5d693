using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.People;

/// <summary>People, their links, and what the tenant then has.</summary>
internal static class PeopleRows
{
    public const string Nobody = "1P02NOBODY00000000000000000000000000";

    public static string Email(int i) => $"person{i:0000}@brightwater.example";

    public static List<Person> People(int count, int first = 0) =>
        [.. Enumerable.Range(first, count).Select(i => new Person { Email = Email(i), FirstName = $"First {i}", LastName = "Vale" })];

    public static EmulatedObject People(this Tenant tenant) => tenant.Emulator.Object("Person");

    public static EmulatedObject CompanyPeople(this Tenant tenant) => tenant.Emulator.Object("Company_Person");

    public static EmulatedObject RelationshipPeople(this Tenant tenant) => tenant.Emulator.Object("Relationship_Person");

    public static EmulatedObject Relationships(this Tenant tenant) => tenant.Emulator.Object("Relationship");

    public static string AddCompany(this Tenant tenant, string name) => tenant.Companies.Insert(("Name", name));

    public static string AddRelationship(this Tenant tenant, string name, string company) =>
        tenant.Relationships().Insert(("Name", name), ("CompanyId", company));

    public static string AddPerson(this Tenant tenant, string email) => tenant.People().Insert(("Email", email), ("FirstName", "Old"));

    public static EmulatedRow Person(this Tenant tenant, string email) =>
        tenant.People().Rows.Should().ContainSingle(row => string.Equals((string)row["Email"]!, email, StringComparison.OrdinalIgnoreCase)).Which;
}
