using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gainsight.Client.Emulator;

/// <summary><c>/objects</c>: the objects of the tenant and their fields.</summary>
internal static class ObjectRoutes
{
    public static void Map(IEndpointRouteBuilder routes, GainsightEmulator emulator)
    {
        _ = routes.MapGet("/objects", (RequestDelegate)(context => ControlJson.WriteAsync(context, writer =>
            writer.WriteList("objects", emulator.Objects, item => Write(writer, item)))));
        _ = routes.MapGet("/objects/{object}", (RequestDelegate)(context =>
        {
            var item = emulator.Object(context.PathValue("object"));
            return ControlJson.WriteAsync(context, writer =>
            {
                Write(writer, item);
                writer.WriteList("fields", item.Fields, field => Write(writer, field));
            });
        }));
        _ = routes.MapDelete("/objects/{object}/fields/{field}", (RequestDelegate)(context =>
        {
            emulator.Object(context.PathValue("object")).RemoveField(context.PathValue("field"));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }));
    }

    private static void Write(Utf8JsonWriter writer, EmulatedObject item)
    {
        writer.WriteString("name", item.Name);
        writer.WriteString("label", item.Label);
        writer.WriteString("kind", item.Kind.ToString());
        writer.WriteBoolean("hidden", item.IsHidden);
        writer.WriteBoolean("writable", item.TakesRecordWrites);
        writer.WriteNumber("rows", item.Count);
    }

    private static void Write(Utf8JsonWriter writer, EmulatedField field)
    {
        writer.WriteString("name", field.Name);
        writer.WriteString("label", field.Label);
        writer.WriteString("type", field.DataType.WireName());
        writer.WriteBoolean("required", field.Required);
        writer.WriteBoolean("nillable", field.Nillable);
        writer.WriteBoolean("readOnly", field.ReadOnly);
        writer.WriteBoolean("computed", field.Computed is not null);
        writer.WriteNumber("length", field.Length);
        writer.WriteString("lookup", field.LookupObject);
        if (field.Picklist is { } picklist)
        {
            writer.WriteList("items", picklist.Items, item =>
            {
                writer.WriteString("label", item.Label);
                writer.WriteString("gsid", item.Gsid);
                writer.WriteBoolean("active", item.Active);
            });
        }
    }
}
