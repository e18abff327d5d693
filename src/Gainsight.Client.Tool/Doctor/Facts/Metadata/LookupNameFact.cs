namespace Gainsight.Client.Tool.Doctor;

/// <summary>How the relation of a lookup is named.</summary>
internal sealed class LookupNameFact() : Fact("Relation of a lookup", "the field with __gr", "Name of the relation of a lookup", Pages.Metadata)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var company = await tenant.DescribeAsync("Company", cancellationToken).ConfigureAwait(false);
        FieldDescription[] lookups = [.. (company?.Fields ?? []).Where(field => field.LookupName is { Length: > 0 })];
        // Custom fields: X__gc has the relation X__gr, by what the sources say.
        return lookups.Length == 0 ? Finding.Open("the description of Company has no lookup")
            : lookups.All(field => Is(field, field.Name) || Is(field, field.Name.EndsWith("__gc", StringComparison.Ordinal) ? field.Name[..^4] : field.Name)) ? Finding.Expected("the field with __gr")
            : Finding.Differs("other names too", "Take the relation from describe: FieldDescription.LookupName. The library's own records may name it wrongly.");
    }

    private static bool Is(FieldDescription field, string name) => string.Equals(field.LookupName, $"{name}__gr", StringComparison.OrdinalIgnoreCase);
}
