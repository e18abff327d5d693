namespace Gainsight.Client;

/// <summary>Compares the header of an export with the fields that were asked for, and finds the type of each column.</summary>
/// <param name="metadata">The tenant's metadata. It is asked only for labels and for types that no token has.</param>
/// <param name="definition">What is known of the record type, or null.</param>
/// <param name="objectName">The exported object.</param>
/// <param name="fields">The fields that were asked for. Empty when they are not known.</param>
internal sealed class ExportColumns(MetadataCatalogue metadata, ObjectDefinition? definition, string objectName, IReadOnlyList<Field> fields)
{
    /// <summary>The number of fields that were asked for.</summary>
    public int Count => fields.Count;

    /// <summary>Finds the field of each column. Columns that nobody asked for keep their own names.</summary>
    /// <exception cref="GainsightProtocolException">A field has no column, or two.</exception>
    public async Task<ExportColumn[]> MapAsync(string[] header, CancellationToken cancellationToken)
    {
        var names = new string?[header.Length];
        var open = fields.Select(field => (field.ReadAs ?? field).Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < header.Length; column++)
        {
            names[column] = open.TryGetValue(header[column], out var name) && open.Remove(name) ? name : null;
        }

        var description = open.Count > 0 || fields.Any(field => TypeOf(field.Name, null) == default)
            ? await DescribeAsync(cancellationToken).ConfigureAwait(false)
            : null;
        for (var column = 0; column < header.Length && description is not null; column++)
        {
            if (names[column] is null && FieldLabelled(description, header[column], open) is { } name)
            {
                names[column] = name;
                open.Remove(name);
            }
        }

        if (open.Count > 0)
        {
            throw new GainsightProtocolException(
                $"{Operation.ExportChunk.Name} of {objectName}: the export has no column for {string.Join(" and ", open)}, neither by name nor by label. Check that the fields exist, or leave them out of the selection.");
        }

        string[] all = [.. header.Select((text, column) => names[column] ?? text)];
        EnsureUnique(all);
        return [.. all.Select(name => new ExportColumn(name, TypeOf(name, description)))];
    }

    /// <summary>Refuses a requested column that comes twice: the second value would replace the first.</summary>
    private void EnsureUnique(string[] names)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        var doubled = names.Where(name => !seen.Add(name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (fields.Select(field => (field.ReadAs ?? field).Name).FirstOrDefault(doubled.Contains) is { } asked)
        {
            throw new GainsightProtocolException(
                $"{Operation.ExportChunk.Name} of {objectName}: the export has the column {asked} twice, so it is not known which values are the field's. Read the field with a query instead.");
        }
    }

    private async Task<ObjectDescription?> DescribeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await metadata.DescribeAsync(objectName, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException)
        {
            // Without metadata, values of fields whose type is not known stay text.
            return null;
        }
    }

    /// <summary>The only one of the fields with this label, or null.</summary>
    private static string? FieldLabelled(ObjectDescription description, string label, HashSet<string> open)
    {
        string[] found = [.. description.Fields
            .Where(field => string.Equals(field.Label, label, StringComparison.OrdinalIgnoreCase) && open.Contains(field.Name)).Select(field => field.Name)];
        return found is [var only] ? only : null;
    }

    private DataType TypeOf(string name, ObjectDescription? description)
    {
        var token = fields.FirstOrDefault(field => (field.ReadAs ?? field).IsNamed(name));
        var type = token?.DataType ?? default;
        type = type == default ? definition?.Find(name)?.DataType ?? default : type;
        return type != default ? type
            : description?.Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))?.DataType ?? default;
    }
}
