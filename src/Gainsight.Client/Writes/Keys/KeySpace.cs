namespace Gainsight.Client;

/// <summary>The key fields by which writes tell the rows of an object apart. Keys of different spaces can mean the same row if they share a field.</summary>
internal sealed class KeySpace
{
    private const char Separator = '\u001f';

    private readonly int[] _order;
    private readonly bool[] _isCaseless;

    /// <param name="objectName">The object.</param>
    /// <param name="keys">The key fields, in the order of their values in a row's key.</param>
    public KeySpace(string objectName, IReadOnlyList<Field> keys)
    {
        string[] names = [.. keys.Select(key => key.Name.ToUpperInvariant())];
        _order = [.. Enumerable.Range(0, names.Length).OrderBy(i => names[i], StringComparer.Ordinal)];
        _isCaseless = [.. keys.Select(key => key.DataType != DataType.SfdcId)];
        ObjectName = objectName.ToUpperInvariant();
        Fields = [.. _order.Select(i => names[i])];
        Name = $"{ObjectName}\u001e{string.Join(',', Fields)}";
        FieldNames = [.. Fields.Select(field => $"{ObjectName}\u001d{field}")];
    }

    /// <summary>The object's name, in capitals.</summary>
    public string ObjectName { get; }

    /// <summary>The names of the fields, in capitals and in alphabetical order.</summary>
    public string[] Fields { get; }

    /// <summary>Equal for equal spaces.</summary>
    public string Name { get; }

    /// <summary>For each field, a name that all spaces of the object with this field share.</summary>
    public string[] FieldNames { get; }

    /// <summary>The key of a row as it is locked: equal for all spellings that a tenant may treat as the same, in the order of <see cref="Fields"/>.</summary>
    public string Of(string rowKey)
    {
        if (_order.Length < 2)
        {
            return _isCaseless is [false] ? rowKey : KeyText.Fold(rowKey);
        }

        var values = rowKey.Split(Separator);
        return string.Join(Separator, _order.Select(i => _isCaseless[i] ? KeyText.Fold(values[i]) : values[i]));
    }

    /// <summary>The values of some fields of a key.</summary>
    public static string Project(string key, int[] positions)
    {
        if (!key.Contains(Separator, StringComparison.Ordinal))
        {
            return key;
        }

        var values = key.Split(Separator);
        return string.Join(Separator, positions.Select(i => values[i]));
    }

    /// <summary>Where the fields stand that another space of the same object has too.</summary>
    public int[] PositionsIn(KeySpace other) =>
        ObjectName != other.ObjectName ? [] : [.. Enumerable.Range(0, Fields.Length).Where(i => other.Fields.Contains(Fields[i], StringComparer.Ordinal))];
}
