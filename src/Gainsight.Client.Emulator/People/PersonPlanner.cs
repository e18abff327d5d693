using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Checks a person and its memberships before anything is written, with the error codes of the People API.</summary>
internal sealed class PersonPlanner(TenantData tenant, EmulatorSwitches switches)
{
    private static readonly HashSet<string> Companies = new(StringComparer.OrdinalIgnoreCase) { "companies" };

    /// <summary>The name of the nested relationships is not documented, so each likely name is accepted.</summary>
    private static readonly HashSet<string> Relationships = new(StringComparer.OrdinalIgnoreCase)
    {
        "relationships", "relationship_person", "relationshipPerson", "relationshipPersons", "relationship_persons",
    };

    private static readonly HashSet<string> NotFields =
        new([.. Companies, .. Relationships, "lookups"], StringComparer.OrdinalIgnoreCase);

    private readonly EmulatedObject _person = tenant.Find(ObjectNames.Person)!;

    /// <summary>Plans a person. <paramref name="shared"/> are the lookups of a list of people, or null.</summary>
    public PlannedPerson Plan(JsonElement json, JsonElement? shared)
    {
        var plan = new PlannedPerson();
        if (json.ValueKind != JsonValueKind.Object || !json.EnumerateObject().Any())
        {
            plan.Errors.Add(new FieldError(PersonErrors.EmptyRow, "record", "The row is null or empty.", null));
            return plan;
        }

        try
        {
            Fill(plan, json, LookupsOf(json, shared));
        }
        catch (RefusedException refused)
        {
            plan.Errors.Add(new FieldError(PersonErrors.UnknownField, "lookups", refused.Message, null));
        }

        return plan;
    }

    private void Fill(PlannedPerson plan, JsonElement json, PersonLookups lookups)
    {
        plan.Values = Check(_person, json, lookups, plan.Errors);
        var email = _person.Field("Email");
        if (plan.Values.GetValueOrDefault(email) is string key)
        {
            plan.Email = key;
        }
        else if (!plan.Errors.Exists(error => error.Field == email.Name))
        {
            plan.Errors.Add(new FieldError(PersonErrors.EmptyField, email.Name, "The field that identifies the person is null or missing.", null));
        }

        foreach (var member in json.EnumerateObject())
        {
            if (Companies.Contains(member.Name))
            {
                AddMemberships(plan, member, ObjectNames.CompanyPerson, "Company_ID", lookups);
            }
            else if (Relationships.Contains(member.Name))
            {
                AddMemberships(plan, member, ObjectNames.RelationshipPerson, "Relationship_ID", lookups);
            }
        }
    }

    private PersonLookups LookupsOf(JsonElement json, JsonElement? shared)
    {
        var lookups = new PersonLookups(tenant);
        if (shared is { } block)
        {
            lookups.Add(block);
        }

        if (json.TryGetProperty("lookups", out var own) && own.ValueKind != JsonValueKind.Null)
        {
            lookups.Add(own);
        }

        return lookups;
    }

    private void AddMemberships(PlannedPerson plan, JsonProperty member, string objectName, string entityField, PersonLookups lookups)
    {
        if (member.Value.ValueKind != JsonValueKind.Array)
        {
            plan.Errors.Add(new FieldError(PersonErrors.EmptyRow, member.Name, "The rows must be a list.", null));
            return;
        }

        var target = tenant.Find(objectName)!;
        var field = target.Field(entityField);
        foreach (var row in member.Value.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Object || !row.EnumerateObject().Any())
            {
                plan.Errors.Add(new FieldError(PersonErrors.EmptyRow, member.Name, "The row is null or empty.", null));
                continue;
            }

            var before = plan.Errors.Count;
            var values = Check(target, row, lookups, plan.Errors);
            if (plan.Errors.Count == before)
            {
                AddMembership(plan, target, field, values);
            }
        }
    }

    private void AddMembership(PlannedPerson plan, EmulatedObject target, EmulatedField field, Dictionary<EmulatedField, object?> values)
    {
        if (values.GetValueOrDefault(field) is not string entity)
        {
            plan.Errors.Add(new FieldError(PersonErrors.EmptyField, field.Name, "The field is null or missing.", null));
            return;
        }

        if (tenant.Find(field.LookupObject!)!.Store.Find(entity) is not { } found)
        {
            plan.Errors.Add(new FieldError(PersonErrors.UnknownEntity, field.Name, "The entity that the person belongs to does not exist.", null));
            return;
        }

        // A contact of a relationship also belongs to its company.
        if (target.Name == ObjectNames.RelationshipPerson && !values.ContainsKey(target.Field("Company_ID")))
        {
            values[target.Field("Company_ID")] = found["CompanyId"];
        }

        plan.Memberships.Add(new PlannedMembership(target, field, entity, values));
    }

    private Dictionary<EmulatedField, object?> Check(EmulatedObject target, JsonElement json, PersonLookups lookups, List<FieldError> errors)
    {
        var validator = new RecordValidator(target, switches, []) { NotFields = target == _person ? NotFields : new HashSet<string>() };
        var planned = validator.Plan(json, lookups.For(target), insert: false);
        errors.AddRange(planned.Errors.Select(error => PersonErrors.Translate(error, target)));
        return planned.Values;
    }
}
