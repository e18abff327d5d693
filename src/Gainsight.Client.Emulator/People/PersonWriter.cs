using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Upserts people by email address, and memberships by person and company or relationship. Writes them as JSON.</summary>
internal static class PersonWriter
{
    public static EmulatedRow Upsert(TenantData tenant, PlannedPerson plan)
    {
        var people = tenant.Find(ObjectNames.Person)!;
        var person = Find(tenant, plan.Email) is { } existing
            ? people.Change(existing, plan.Values)
            : people.Add(plan.Values);
        foreach (var membership in plan.Memberships)
        {
            var target = membership.Target;
            var owner = target.Field("Person_ID");
            var known = target.Store.Matching(owner, person.Gsid)
                .FirstOrDefault(row => membership.Entity.Equals(row[membership.EntityField]));
            _ = known is null
                ? target.Add([.. membership.Values, new(owner, person.Gsid)])
                : target.Change(known, membership.Values);
        }

        return person;
    }

    public static EmulatedRow? Find(TenantData tenant, string email)
    {
        var people = tenant.Find(ObjectNames.Person)!;
        return people.Find(people.Field("Email"), email).MinBy(row => row.Gsid, StringComparer.Ordinal);
    }

    public static void WriteJson(Utf8JsonWriter writer, TenantData tenant, EmulatedRow person, EmulatorSwitches switches)
    {
        writer.WriteStartObject();
        WriteFields(writer, person, switches);
        WriteMemberships(writer, "companies", tenant.Find(ObjectNames.CompanyPerson)!, person, switches);
        WriteMemberships(writer, "relationships", tenant.Find(ObjectNames.RelationshipPerson)!, person, switches);
        writer.WriteEndObject();
    }

    private static void WriteMemberships(
        Utf8JsonWriter writer, string name, EmulatedObject source, EmulatedRow person, EmulatorSwitches switches)
    {
        writer.WriteStartArray(name);
        foreach (var row in source.Store.Matching(source.Field("Person_ID"), person.Gsid).OrderBy(row => row.Gsid, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            WriteFields(writer, row, switches);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter writer, EmulatedRow row, EmulatorSwitches switches)
    {
        foreach (var field in row.Owner.Fields)
        {
            ValueWriter.Write(writer, field.Name, field, row[field], switches);
        }
    }
}
