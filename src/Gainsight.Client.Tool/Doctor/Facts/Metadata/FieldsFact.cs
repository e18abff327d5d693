namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether the objects and fields that the library's records name exist.</summary>
internal sealed class FieldsFact(string objectName, IReadOnlyList<Field> fields, string page)
    : Fact($"Fields of {objectName}", "those of the library's record", WireOf(objectName), page)
{
    /// <summary>The objects that the library has records for.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<Field> Fields, string Page)> Objects { get; } =
    [
        ("Company", CompanyFields.All, Pages.Companies),
        ("Relationship", RelationshipFields.All, Pages.Relationships),
        ("person", PersonFields.All, Pages.People),
        ("company_person", CompanyPersonFields.All, Pages.People),
        ("relationship_person", RelationshipPersonFields.All, Pages.People),
        ("gsuser", UserFields.All, Pages.Users),
        ("call_to_action", CtaFields.All, Pages.Ctas),
        ("cs_task", CsTaskFields.All, Pages.Tasks),
        ("cta_group", SuccessPlanFields.All, Pages.Plans),
        ("customer_goal", CustomerGoalFields.All, Pages.Goals),
        ("activity_timeline", TimelineActivityFields.All, Pages.Timeline),
        ("gs_opportunity", OpportunityFields.All, Pages.Opportunities),
    ];

    // Members of writes and of lists, which are no fields of the object.
    private static readonly HashSet<string> OfCalls = new(["AssociatedRecords", "referenceId", "type", "status", "priority", "reason", "SuccessPlanType", "objectiveCategory"], StringComparer.Ordinal);

    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var objects = await tenant.ObjectsAsync(cancellationToken).ConfigureAwait(false);
        if (objects is not null && !objects.Contains(objectName))
        {
            return Finding.Differs("the list has no such object", "The object is not in the tenant, has another name, or the key may not see it.") with { Confidence = "likely" };
        }

        var description = await tenant.DescribeAsync(objectName, cancellationToken).ConfigureAwait(false);
        if (description is null)
        {
            return Finding.Open("the object could not be described");
        }

        var own = fields.Where(field => !OfCalls.Contains(field.Name)).ToArray();
        string[] missing = [.. own.Where(field => description.Find(field.Name) is null).Select(field => field.Name).Order(StringComparer.Ordinal)];
        (Field Field, DataType Found)[] retyped =
        [
            .. own.Select(field => (field, description.Find(field.Name)?.DataType ?? field.DataType))
                .Where(pair => !string.IsNullOrEmpty(pair.field.DataType.Name) && !string.IsNullOrEmpty(pair.Item2.Name) && pair.field.DataType != pair.Item2),
        ];
        string[] others = [.. retyped.Select(pair => $"{pair.Field.Name} is {TypeText(pair.Found)}").Order(StringComparer.Ordinal)];
        var found = string.Join("; ", new[] { missing.Length > 0 ? $"no {string.Join(", ", missing)}" : "", string.Join(", ", others) }.Where(text => text.Length > 0));
        return missing.Length > 0 ? Finding.Differs(found, "A query without Select fails if it reads a field that is missing: name the fields with Select.")
            : found.Length > 0 ? Finding.Learned(found, "If such a field cannot be read or written, declare it as the tenant has it in a record of your own.")
            : Finding.Expected("all are there");
    }

    private static string WireOf(string name) => name switch
    {
        "Relationship" => "API names of most relationship fields",
        "gs_opportunity" => "API names of an opportunity's fields",
        _ => $"Fields of `{name}`",
    };

    private static string TypeText(DataType type) => type.Name.Length <= 30 && type.Name.All(char.IsAsciiLetterUpper) ? type.Name : "of another type";
}
