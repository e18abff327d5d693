using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads a field as the caller's property or token would.</summary>
internal static class FieldReader
{
    /// <summary>The value, or null when there is no value or no row.</summary>
    public static object? Read(GainsightRecord? row, Field field)
    {
        try
        {
            return (row, field) switch
            {
                (null, _) => null,
                (_, Field<decimal> token) => row.Get(token),
                (_, Field<int> token) => row.Get(token),
                (_, Field<long> token) => row.Get(token),
                (_, Field<double> token) => row.Get(token),
                (_, Field<bool> token) => row.Get(token),
                (_, Field<DateOnly> token) => row.Get(token),
                (_, Field<DateTimeOffset> token) => row.Get(token),
                (_, Field<JsonElement> token) => row.Get(token),
                (_, Field<IReadOnlyList<string>> token) => row.Get(token),
                (_, Field<string> { DataType.Name: not null } token) => row.Get(token),
                _ => ReadByName(row, field.Name),
            };
        }
        catch (Exception exception) when (exception is GainsightProtocolException or ArgumentException)
        {
            return ReadByName(row!, field.Name);
        }
    }

    /// <summary>The value, of any type. Null for a value that is not valid text.</summary>
    private static object? ReadByName(GainsightRecord row, string name)
    {
        try
        {
            return row[name];
        }
        catch (GainsightProtocolException)
        {
            return null;
        }
    }
}
