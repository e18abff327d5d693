using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>A column of a data reader: a field, and how its values become those of ADO.NET.</summary>
internal sealed class RecordColumn
{
    /// <summary>What <see cref="System.Data.Common.DbDataReader.GetFieldType"/> promises of the types.</summary>
    private const DynamicallyAccessedMemberTypes Kept = DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties;

    private readonly Func<GainsightRecord, object?> _read;

    private RecordColumn(string name, DataType dataType, [DynamicallyAccessedMembers(Kept)] Type type, Func<GainsightRecord, object?> read)
    {
        Name = name;
        DataType = dataType;
        Type = type;
        _read = read;
    }

    /// <summary>The name of the field as the query has it.</summary>
    public string Name { get; }

    public DataType DataType { get; }

    /// <summary>The type of the values.</summary>
    [DynamicallyAccessedMembers(Kept)]
    public Type Type { get; }

    /// <summary>Finds the type of a field. What the tenant says takes precedence over the token; an object that it does not describe has only the tokens.</summary>
    public static async Task<RecordColumn> CreateAsync(QueryPlan plan, Field field, MetadataCatalogue metadata, CancellationToken cancellationToken)
    {
        var type = field.DataType;
        try
        {
            // A field that is written by label under one name is read under another.
            var path = (field.ReadAs ?? field).Name;
            var found = await QueryMetadata.ResolveAsync(metadata, plan.Definition.Name, path, cancellationToken).ConfigureAwait(false);
            type = found.Field?.DataType ?? type;
        }
        catch (GainsightNotFoundException failure) when (failure.IsFromGainsight)
        {
            // A tenant may allow reading an object that it does not describe.
        }

        return Create(field, type, plan.Labels);
    }

    /// <summary>The value of the row's field, or <see cref="DBNull"/>.</summary>
    /// <exception cref="GainsightProtocolException">The value is not of the column's type.</exception>
    public object ValueOf(GainsightRecord row) => _read(row) ?? DBNull.Value;

    private static RecordColumn Create(Field field, DataType type, RecordLabels? labels)
    {
        switch (type.Name)
        {
            case "NUMBER" or "PERCENTAGE" or "CURRENCY" or "JSONNUMBER":
                var number = Token<decimal>();
                return new(field.Name, type, typeof(decimal), row => row.Get(number));
            case "BOOLEAN" or "JSONBOOLEAN":
                var flag = Token<bool>();
                return new(field.Name, type, typeof(bool), row => row.Get(flag));
            case "DATE":
                var day = Token<DateOnly>();
                return new(field.Name, type, typeof(DateTime), row => row.Get(day)?.ToDateTime(TimeOnly.MinValue));
            case "DATETIME":
                var time = Token<DateTimeOffset>();
                return new(field.Name, type, typeof(DateTime), row => row.Get(time)?.UtcDateTime);
            case "MULTISELECTDROPDOWNLIST":
                var items = Token<IReadOnlyList<string>>();
                var itemLabels = labels?.Find(field);
                return new(field.Name, type, typeof(string), row => row.Get(items) is { Count: > 0 } given
                    ? string.Join(MultiSelect.Separator, given.Select(item => itemLabels?.GetValueOrDefault(item, item) ?? item))
                    : null);
            default:
                var text = Token<string>();
                var textLabels = labels?.Find(field);
                return new(field.Name, type, typeof(string), row => row.Get(text) is { Length: > 0 } given ? textLabels?.GetValueOrDefault(given, given) ?? given : null);
        }

        Field<TValue> Token<TValue>() => new(field.Name, type, field.IsReadOnly) { ReadAs = field.ReadAs };
    }
}
