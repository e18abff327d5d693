using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The list calls: current rows, or rows deleted within 15 days, by page.</summary>
internal static class CockpitList
{
    private const int DefaultPageSize = 100;

    /// <summary>Lists rows. The member <c>includeonlyDeletedRecords</c> (sic) of the body lists deleted rows instead.</summary>
    public static EmulatorResponse Read(RequestContext context, CockpitListView view) => Read(context, view, deleted: false, static _ => true);

    public static EmulatorResponse ReadDeleted(RequestContext context, CockpitListView view) => Read(context, view, deleted: true, static _ => true);

    public static EmulatorResponse Read(RequestContext context, CockpitListView view, bool deleted, Func<EmulatedRow, bool> also)
    {
        using var body = context.Body.IsEmpty ? null : context.Json();
        var root = body?.RootElement ?? default;
        deleted |= Flag(root, "includeonlyDeletedRecords");
        var size = Number(root, "pageSize", DefaultPageSize);
        var page = Number(root, "pageNumber", 1);
        var most = context.Limits.CockpitRowsPerPage;
        if (size < 1 || page < 1 || (size > most && context.Switches.OverLimit == OverLimitForm.Refused))
        {
            throw CockpitReply.Invalid($"The pageSize must be from 1 to {most}, the pageNumber from 1.");
        }

        (var offset, size) = Paging.ByNumber(context, page - 1, Math.Min(size, most), most);
        var columns = CockpitColumns.Parse(context, view, root);
        var filter = CockpitFilter.Parse(context, view, root);
        var source = context.Tenant.Find(view.ObjectName)!;
        var all = deleted ? Deleted(context, source) : Current(source);
        List<EmulatedRow> found = [.. all.Where(row => also(row) && filter(row))];
        if (context.Switches.CockpitPages == PageOrderForm.ChangesBetweenPages)
        {
            context.Random().Shuffle(found);
        }

        List<EmulatedRow> rows = [.. found.Skip(offset).Take(size)];
        context.RecordCount = rows.Count;
        var linked = Flag(root, "linkedObject") && view.ObjectName == ObjectNames.Cta;
        return deleted
            ? WriteDeleted(context, view, columns, rows, size, page, linked)
            : Reply.Success(context, writer => WriteRows(writer, context, view, columns, rows, linked));
    }

    private static bool Flag(JsonElement root, string key) =>
        root.ValueKind == JsonValueKind.Object && RequestJson.Member(root, key) is { ValueKind: JsonValueKind.True };

    private static int Number(JsonElement root, string key, int otherwise) =>
        root.ValueKind == JsonValueKind.Undefined ? otherwise : RequestJson.Int32(root, key, otherwise);

    private static IEnumerable<EmulatedRow> Current(EmulatedObject source) =>
        source.Seen()?.OrderBy(row => row.Gsid, StringComparer.Ordinal) ?? source.Store.From(null);

    private static IEnumerable<EmulatedRow> Deleted(RequestContext context, EmulatedObject source)
    {
        var oldest = context.Tenant.Now - DeletedRecordLog.Retention;
        _ = source.Deleted!.RemoveAll(each => each.At < oldest);
        var modified = source.Field(FieldNames.ModifiedDate);
        var byDeletion = context.Switches.DeletedModifiedDate == DeletedModifiedDateForm.Deletion;
        return source.Deleted
            .OrderBy(each => each.Row.Gsid, StringComparer.Ordinal)
            .Select(each => byDeletion ? each.Row.With([new(modified, each.At)]) : each.Row);
    }

    /// <summary>The response has no error keys, and two keys that other lists do not have (official sample).</summary>
    private static EmulatorResponse WriteDeleted(
        RequestContext context,
        CockpitListView view,
        List<(string Key, FieldPath Path)> columns,
        List<EmulatedRow> rows,
        int size,
        int page,
        bool linked) => Reply.Json(200, null, writer =>
    {
        writer.WriteBoolean("result", true);
        writer.WriteString("requestId", context.RequestId);
        writer.WritePropertyName("data");
        WriteRows(writer, context, view, columns, rows, linked);
        writer.WriteNumber("pageSize", size);
        writer.WriteNumber("currentPageNum", page);
    });

    private static void WriteRows(
        Utf8JsonWriter writer,
        RequestContext context,
        CockpitListView view,
        List<(string Key, FieldPath Path)> columns,
        List<EmulatedRow> rows,
        bool linked)
    {
        writer.WriteStartArray();
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            foreach ((var key, var path) in columns)
            {
                CockpitValueWriter.Write(writer, key, path.Leaf, path.Read(row), context.Switches);
            }

            view.WriteMore?.Invoke(writer, context.Tenant, row);
            if (linked)
            {
                WriteAssociated(writer, context.Tenant, row);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAssociated(Utf8JsonWriter writer, TenantData tenant, EmulatedRow row)
    {
        var linked = tenant.Find(ObjectNames.AssociatedRecord)!;
        writer.WriteStartArray("associatedRecords");
        foreach (var each in linked.Store.Matching(linked.Field("CtaId"), row.Gsid).OrderBy(each => each.Gsid, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("recordId", (string?)each["RecordId"]);
            writer.WriteString("objectName", (string?)each["ObjectName"]);
            writer.WriteString("source", (string?)each["Source"]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
