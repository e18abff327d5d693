namespace Gainsight.Client.Emulator;

/// <summary>A configured import, checked against the tenant.</summary>
internal sealed record ConfiguredImport(
    EmulatedObject Target, ImportOperation Operation, IReadOnlyList<EmulatedField> Keys, IReadOnlyDictionary<string, EmulatedField> Columns)
{
    private static readonly string[] Standard = [ObjectNames.Company, ObjectNames.Relationship, ObjectNames.RelationshipType];

    public static ConfiguredImport Create(TenantData tenant, EmulatedImportJob job)
    {
        var target = tenant.Find(job.Object) ?? throw new ArgumentException($"The tenant has no object {job.Object}.", nameof(job));
        if (target.Kind != EmulatedObjectKind.Custom && !Standard.Contains(target.Name, StringComparer.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The object {target.Name} cannot be imported in bulk.", nameof(job));
        }

        if (job.Operation != ImportOperation.Insert && job.Keys.Count == 0)
        {
            throw new ArgumentException("An import that updates needs keys.", nameof(job));
        }

        EmulatedField Field(string name) => target.FindField(name) ?? throw new ArgumentException($"The object {target.Name} has no field {name}.", nameof(job));
        return new ConfiguredImport(
            target,
            job.Operation,
            [.. job.Keys.Select(Field)],
            job.Columns.ToDictionary(column => column.Key, column => Field(column.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The field of a column, or null if the column is ignored.</summary>
    public EmulatedField? FieldOf(string column) => Columns.Count > 0 ? Columns.GetValueOrDefault(column) : Target.FindField(column);
}
