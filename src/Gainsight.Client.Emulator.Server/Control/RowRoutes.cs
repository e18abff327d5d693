using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gainsight.Client.Emulator;

/// <summary><c>/objects/{object}/rows</c>: the back door to rows, without the checks, quota and faults of the API.</summary>
internal static class RowRoutes
{
    private const string Rows = "/objects/{object}/rows";
    private const string Row = Rows + "/{gsid}";

    public static void Map(IEndpointRouteBuilder routes, GainsightEmulator emulator)
    {
        _ = routes.MapGet(Rows, (RequestDelegate)(context => ListAsync(context, emulator)));
        _ = routes.MapPost(Rows, (RequestDelegate)(async context =>
        {
            var values = await ControlJson.ReadObjectAsync(context).ConfigureAwait(false);
            var row = Insert(emulator, emulator.Object(context.PathValue("object")), values);
            await WriteAsync(context, row, StatusCodes.Status201Created).ConfigureAwait(false);
        }));
        _ = routes.MapGet(Row, (RequestDelegate)(context => WriteAsync(context, Find(emulator.Object(context.PathValue("object")), context))));
        _ = routes.MapPatch(Row, (RequestDelegate)(async context =>
        {
            var values = await ControlJson.ReadObjectAsync(context).ConfigureAwait(false);
            await WriteAsync(context, Update(emulator, context, values)).ConfigureAwait(false);
        }));
        _ = routes.MapDelete(Row, (RequestDelegate)(context =>
        {
            var item = emulator.Object(context.PathValue("object"));
            _ = item.Delete(context.PathValue("gsid")) ? true : throw NoRow(item, context);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }));
        _ = routes.MapGet(Row + "/history", (RequestDelegate)(context => HistoryAsync(context, emulator)));
    }

    private static Task ListAsync(HttpContext context, GainsightEmulator emulator)
    {
        var item = emulator.Object(context.PathValue("object"));
        var offset = (int)context.Number("offset", 0, 0, int.MaxValue);
        var limit = (int)context.Number("limit", 50, 1, 1000);
        lock (emulator.Sync)
        {
            var found = RowList.Find(item, context.Text("search"), context.Text("sort"), context.Flag("descending"));
            return ControlJson.WriteAsync(context, writer =>
            {
                writer.WriteNumber("total", found.Count);
                writer.WriteNumber("offset", offset);
                writer.WriteList("rows", found.Skip(offset).Take(limit), row => RowJson.Write(writer, row));
            });
        }
    }

    private static EmulatedRow Insert(GainsightEmulator emulator, EmulatedObject item, JsonElement json)
    {
        lock (emulator.Sync)
        {
            var values = Values(emulator, item, json);
            if (Array.Find(values, pair => string.Equals(pair.Field, FieldNames.Gsid, StringComparison.OrdinalIgnoreCase)).Value is string gsid && item.Find(gsid) is not null)
            {
                throw new ControlException(409, $"The object {item.Name} already has a row {gsid}.");
            }

            return item.Find(item.Insert(values))!;
        }
    }

    private static EmulatedRow Update(GainsightEmulator emulator, HttpContext context, JsonElement json)
    {
        var item = emulator.Object(context.PathValue("object"));
        lock (emulator.Sync)
        {
            var row = Find(item, context);
            if (context.Request.Headers.IfMatch.ToString().Trim('"') is { Length: > 0 } version && version != "*" && version != RowJson.Version(row))
            {
                throw new ControlException(412, "The row was changed in the meantime. Read it again.");
            }

            item.Update(row.Gsid, Values(emulator, item, json));
            return item.Find(row.Gsid)!;
        }
    }

    private static (string Field, object? Value)[] Values(GainsightEmulator emulator, EmulatedObject item, JsonElement json) =>
        [.. json.EnumerateObject().Select(member => (member.Name, emulator.Value(item, member.Name, member.Value)))];

    private static Task HistoryAsync(HttpContext context, GainsightEmulator emulator)
    {
        var item = emulator.Object(context.PathValue("object"));
        lock (emulator.Sync)
        {
            var gsid = context.PathValue("gsid");
            var changes = emulator.History(item, gsid);
            if (changes.Count == 0)
            {
                _ = Find(item, context);
            }

            return ControlJson.WriteAsync(context, writer => writer.WriteList("changes", changes.Reverse(), change => Write(writer, item, change)));
        }
    }

    private static void Write(Utf8JsonWriter writer, EmulatedObject item, RowChange change)
    {
        writer.WriteString("time", change.Time.UtcDateTime);
        writer.WriteString("change", change.Before is null ? "inserted" : change.After is null ? "deleted" : "changed");
        if (change.Request is { } request)
        {
            writer.WriteNumber("request", request);
        }

        var fields = item.Fields.Where(field => field.Computed is null && !Equals(change.Before?[field], change.After?[field]));
        writer.WriteList("fields", fields, field =>
        {
            writer.WriteString("field", field.Name);
            writer.WritePropertyName("before");
            RowJson.Write(writer, field, change.Before?[field]);
            writer.WritePropertyName("after");
            RowJson.Write(writer, field, change.After?[field]);
        });
    }

    private static Task WriteAsync(HttpContext context, EmulatedRow row, int status = StatusCodes.Status200OK)
    {
        lock (row.Owner.Sync)
        {
            context.Response.Headers.ETag = $"\"{RowJson.Version(row)}\"";
            return ControlJson.WriteAsync(context, status, writer => RowJson.Write(writer, row));
        }
    }

    private static EmulatedRow Find(EmulatedObject item, HttpContext context) => item.Find(context.PathValue("gsid")) ?? throw NoRow(item, context);

    private static ControlException NoRow(EmulatedObject item, HttpContext context) =>
        ControlException.Missing($"The object {item.Name} has no row {context.PathValue("gsid")}. It may have been deleted.");
}
