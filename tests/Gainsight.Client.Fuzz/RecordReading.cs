using System.Text.Json;

namespace Gainsight.Client.Fuzz;

/// <summary>Reads every value of a record in every type.</summary>
internal static class RecordReading
{
    public static void ReadAll(GainsightRecord record)
    {
        foreach (var name in record.FieldNames.ToList())
        {
            Try(() => _ = record[name]);
            Try(() => record.Get(Field.Custom<string>(name)));
            Try(() => record.Get(Field.Custom<decimal>(name)));
            Try(() => record.Get(Field.Custom<long>(name)));
            Try(() => record.Get(Field.Custom<double>(name)));
            Try(() => record.Get(Field.Custom<bool>(name)));
            Try(() => record.Get(Field.Custom<DateOnly>(name)));
            Try(() => record.Get(Field.Custom<DateTimeOffset>(name)));
            Try(() => record.Get(Field.Custom<JsonElement>(name)));
            Try(() => record.Get(Field.Custom<IReadOnlyList<string>>(name)));
        }

        Try(() => JsonSerializer.SerializeToUtf8Bytes(record, record.GetType()));
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (GainsightProtocolException)
        {
            // The value is of another type.
        }
    }
}
