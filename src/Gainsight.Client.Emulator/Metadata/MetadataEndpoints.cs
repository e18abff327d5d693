using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The Data Management API: objects, fields and dropdowns, in the envelope without error keys.</summary>
internal static class MetadataEndpoints
{
    /// <summary>The list has two paths: the documented path, and the path of live connectors, with and without a final slash.</summary>
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new(EmulatorOperations.ObjectList, "GET", "/v1/meta/services/objects/list", ListByGet),
        new(EmulatorOperations.ObjectList, "POST", "/v1/meta/services/objects", List),
        new(EmulatorOperations.ObjectList, "POST", "/v1/meta/services/objects/", List),
        new(EmulatorOperations.Describe, "GET", "/v1/meta/services/objects/{object}/describe", DescribeOne),
        new(EmulatorOperations.Describe, "POST", "/v1/meta/services/objects/describe", DescribeMany),
        new(EmulatorOperations.Describe, "GET", "/v1/api/describe/MDA/{object}", DescribeForConnector),
        new(EmulatorOperations.Dropdown, "GET", "/v1/meta/services/dropdowns/{category}", Dropdown),
    ];

    private static EmulatorResponse ListByGet(RequestContext context) =>
        context.Switches.ListsObjectsByGet ? List(context) : NoRoute(context);

    private static EmulatorResponse List(RequestContext context) => Reply.Metadata(context, writer =>
    {
        writer.WriteStartArray();
        foreach (var item in context.Tenant.Visible)
        {
            writer.WriteStartObject();
            ObjectDescription.WriteHead(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static EmulatorResponse DescribeOne(RequestContext context) =>
        Describe(context, [context.RouteValues["object"]], UnknownDescribeForm.WholeCallFails, asksForOptions: context.Request.Query("idd") == "true");

    /// <summary>A path that a public connector uses. It reads <c>data.{object}.fields</c> (live); the rest is inferred.</summary>
    private static EmulatorResponse DescribeForConnector(RequestContext context)
    {
        var name = context.RouteValues["object"];
        return context.Tenant.FindVisible(name) is not { } item
            ? NotFound(context)
            : Reply.Metadata(context, writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName(name);
                ObjectDescription.Write(writer, context.Tenant, item, withOptions: context.Switches.DescribeOptions == DescribeOptionsForm.Always);
                writer.WriteEndObject();
            });
    }

    private static EmulatorResponse DescribeMany(RequestContext context)
    {
        if (!context.Switches.DescribesByPost)
        {
            return NoRoute(context);
        }

        using var body = context.Json();
        if (RequestJson.Member(body.RootElement, "objectNames") is not { ValueKind: JsonValueKind.Array } names)
        {
            throw RefusedException.BadRequest("The request has no objectNames.");
        }

        // The official sample sends flags as text.
        var asksForOptions = RequestJson.Member(body.RootElement, "populatePickListOptions") is { ValueKind: JsonValueKind.String } flag
            && flag.GetString() == "true";
        return Describe(context, [.. names.EnumerateArray().Select(name => name.ToString())], context.Switches.UnknownDescribe, asksForOptions);
    }

    private static EmulatorResponse Describe(
        RequestContext context, IReadOnlyList<string> names, UnknownDescribeForm unknown, bool asksForOptions)
    {
        var withOptions = context.Switches.DescribeOptions switch
        {
            DescribeOptionsForm.Always => true,
            DescribeOptionsForm.Never => false,
            _ => asksForOptions,
        };
        List<EmulatedObject> found = [.. names.Select(context.Tenant.FindVisible).OfType<EmulatedObject>()];
        return found.Count < names.Count && unknown == UnknownDescribeForm.WholeCallFails
            ? NotFound(context)
            : Reply.Metadata(context, writer =>
            {
                writer.WriteStartArray();
                foreach (var item in found)
                {
                    ObjectDescription.Write(writer, context.Tenant, item, withOptions);
                }

                writer.WriteEndArray();
            });
    }

    /// <summary>A failed description has no error code. Its HTTP status is not recorded (404 is inferred).</summary>
    private static EmulatorResponse NotFound(RequestContext context) => Reply.Json(context.Switches.UnknownObjectStatus, "OBJECT_NOT_FOUND", writer =>
    {
        writer.WriteString("requestId", context.RequestId);
        writer.WriteBoolean("result", false);
        writer.WriteString("instance", context.Tenant.Now.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        writer.WriteString("title", "OBJECT_NOT_FOUND");
        writer.WriteString("detail", "Requested object not found.");
        writer.WriteString("errorDesc", "Requested object not found.");
    });

    private static EmulatorResponse NoRoute(RequestContext context) => Reply.Gateway(context, 404, ErrorCodes.RouteNotFound, "Not Found");

    private static EmulatorResponse Dropdown(RequestContext context)
    {
        var category = context.Tenant.FindPicklist(context.RouteValues["category"])
            ?? throw new RefusedException(ErrorCodes.NoMatch, ErrorCodes.NoMatchText);
        return Reply.Metadata(context, writer => DropdownDescription.Write(writer, category));
    }
}
