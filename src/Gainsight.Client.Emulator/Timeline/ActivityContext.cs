namespace Gainsight.Client.Emulator;

/// <summary>
/// Checks that the context of an activity exists and belongs to one company, and fills in the ids that follow from it. The names are from
/// "Timeline APIs", <c>GS_Opportunity</c> is quoted, and some rules are a third party's.
/// </summary>
internal sealed class ActivityContext(TenantData tenant, TimelineFields fields)
{
    private const string Relationship = "Relationship";

    private static readonly Dictionary<string, string?> Objects = new(StringComparer.Ordinal)
    {
        ["Company"] = null,
        [Relationship] = null,
        ["CTA"] = ObjectNames.Cta,
        ["SuccessPlan"] = ObjectNames.SuccessPlan,
        ["GS_Opportunity"] = ObjectNames.Opportunity,
        ["Scorecard"] = null,
        ["ScorecardMeasure"] = null,
        ["Milestone"] = null,
    };

    /// <summary>Returns an error of the context, or completes the planned values.</summary>
    /// <param name="plan">The record. What it does not set comes from <paramref name="existing"/>.</param>
    /// <param name="existing">The activity to update, or null.</param>
    /// <returns>The code and message of the error, or null.</returns>
    public (string Code, string Message)? Check(PlannedRecord plan, EmulatedRow? existing)
    {
        string? Text(EmulatedField field) => (string?)(plan.Values.TryGetValue(field, out var value) ? value : existing?[field]);

        var name = Text(fields.ContextName) ?? "";
        if (!Objects.TryGetValue(name, out var objectName))
        {
            return (TimelineErrorCodes.NotFound, "Activity context not found");
        }

        (EmulatedField Field, string Object, string What)? owner = (name, objectName) switch
        {
            (Relationship, _) => (fields.RelationshipId, ObjectNames.Relationship, "relationship"),
            (_, not null) => (fields.ContextId, objectName, "context record"),
            _ => null,
        };
        var company = Text(fields.CompanyId);
        if (owner is { } required)
        {
            if (Text(required.Field) is not { } id)
            {
                return (TimelineErrorCodes.Missing, $"Activity {required.What} missing");
            }

            if (tenant.Find(required.Object)?.Store.Find(id) is not { } row)
            {
                return (TimelineErrorCodes.NotFound, $"Activity {required.What} not found");
            }

            var itsCompany = Read(row, "CompanyId");
            if (company is not null && itsCompany is not null && company != itsCompany)
            {
                return (TimelineErrorCodes.NotFound, $"Activity {required.What} belongs to another company");
            }

            company ??= itsCompany;
            plan.Values[fields.CompanyId] = company;
            plan.Values[fields.ContextId] = id;
            if (name == Relationship)
            {
                plan.Values[fields.RelationshipTypeId] = Read(row, "TypeId");
            }
        }
        else if (name == "Company")
        {
            plan.Values[fields.ContextId] = company;
        }

        if (company is null)
        {
            return name == "Company" ? (TimelineErrorCodes.Missing, "Activity company missing") : null;
        }

        return tenant.Find(ObjectNames.Company)!.Store.Find(company) is null ? (TimelineErrorCodes.NotFound, "Activity company not found") : null;
    }

    private static string? Read(EmulatedRow row, string name) => row.Owner.FindField(name) is { } field ? row[field] as string : null;
}
