using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The query (read) API of the generic record engine.</summary>
internal static class QueryEndpoint
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new(EmulatorOperations.Query, "POST", "/v1/data/objects/query/{object}", Run),
    ];

    private static EmulatorResponse Run(RequestContext context)
    {
        var source = context.Object();
        using var body = context.Json();
        var query = QueryRequest.Parse(context, source, body.RootElement, new QueryRules(context.Limits.RowsPerQuery));
        var rows = QueryRunner.Run(source, query);
        context.RecordCount = rows.Count;
        return rows.Count == 0 && context.Switches.EmptyResult != EmptyResultForm.EmptyRecords
            ? Nothing(context)
            : Reply.Success(context, writer => Write(writer, context.Switches, source, query, rows), localized: DeletedRecordLog.IsLog(source));
    }

    public static void WriteRows(Utf8JsonWriter writer, EmulatorSwitches switches, QueryRequest query, List<EmulatedRow> rows)
    {
        writer.WriteStartArray();
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            foreach ((var key, var path) in query.Select)
            {
                ValueWriter.Write(writer, key, path.Leaf, path.Read(row), switches);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static EmulatorResponse Nothing(RequestContext context) =>
        context.Switches.EmptyResult == EmptyResultForm.NoDataFound
            ? Reply.Failure(context, 200, ErrorCodes.NoData, "No data found for given criteria", null)
            : Reply.Failure(context, 400, ErrorCodes.NoMatch, ErrorCodes.NoMatchText, null);

    private static void Write(Utf8JsonWriter writer, EmulatorSwitches switches, EmulatedObject source, QueryRequest query, List<EmulatedRow> rows)
    {
        var bare = switches.QueryData switch
        {
            QueryDataForm.BareArray => true,
            QueryDataForm.AsDocumented => !DeletedRecordLog.IsLog(source) && source.Name is not (ObjectNames.Activity or ObjectNames.User),
            _ => false,
        };
        if (!bare)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("records");
        }

        WriteRows(writer, switches, query, rows);
        if (!bare)
        {
            writer.WriteEndObject();
        }
    }
}
