using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gainsight.Client.Emulator;

/// <summary><c>/faults</c>: the faults of the tenant, by the numbers that they get when they are added.</summary>
internal static class FaultRoutes
{
    public static void Map(IEndpointRouteBuilder routes, GainsightEmulator emulator)
    {
        var faults = emulator.Faults;
        _ = routes.MapGet("/faults", (RequestDelegate)(context => ListAsync(context, faults)));
        _ = routes.MapGet("/faults/kinds", (RequestDelegate)(context => ControlJson.WriteAsync(context, writer => WriteKinds(writer, emulator))));
        _ = routes.MapPost("/faults", (RequestDelegate)(async context =>
        {
            var fault = faults.Add(FaultText.Read(await ControlJson.ReadObjectAsync(context).ConfigureAwait(false)));
            await ControlJson.WriteAsync(context, StatusCodes.Status201Created, writer => Write(writer, fault)).ConfigureAwait(false);
        }));
        _ = routes.MapPatch("/faults/{id}", (RequestDelegate)(async context =>
        {
            var fault = Find(faults, context);
            var body = await ControlJson.ReadObjectAsync(context).ConfigureAwait(false);
            SeedJson.AllowOnly(body, "The body", "enabled");
            fault.Enabled = SeedJson.Flag(body, "enabled", fault.Enabled);
            await ControlJson.WriteAsync(context, writer => Write(writer, fault)).ConfigureAwait(false);
        }));
        _ = routes.MapDelete("/faults/{id}", (RequestDelegate)(context =>
        {
            _ = faults.Remove(Find(faults, context));
            return ListAsync(context, faults);
        }));
        _ = routes.MapDelete("/faults", (RequestDelegate)(context =>
        {
            faults.Clear();
            return ListAsync(context, faults);
        }));
    }

    private static Task ListAsync(HttpContext context, FaultPlan faults) =>
        ControlJson.WriteAsync(context, writer => writer.WriteList("faults", faults.Snapshot(), fault => Write(writer, fault)));

    private static Fault Find(FaultPlan faults, HttpContext context)
    {
        var id = context.PathValue("id");
        return faults.Snapshot().FirstOrDefault(fault => fault.Number.ToString(CultureInfo.InvariantCulture) == id) ?? throw ControlException.Missing($"There is no fault {id}.");
    }

    /// <summary>Writes a fault with the properties that differ from their defaults.</summary>
    private static void Write(Utf8JsonWriter writer, Fault fault)
    {
        var plain = new Fault(fault.Kind);
        writer.WriteNumber("id", fault.Number);
        writer.WriteString("kind", fault.Kind.ToString());
        writer.WriteBoolean("enabled", fault.Enabled);
        writer.WriteNumber("fired", fault.Fired);
        writer.WriteStartObject("settings");
        foreach (var property in SettingJson.Of<Fault>().Where(property => property.Name != nameof(Fault.Enabled)))
        {
            var value = property.GetValue(fault);
            if (!Equals(value, property.GetValue(plain)))
            {
                SettingJson.WriteValue(writer, property.Name, value);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteKinds(Utf8JsonWriter writer, GainsightEmulator emulator)
    {
        var plain = new Fault(FaultKind.Respond);
        writer.WriteList("kinds", Enum.GetNames<FaultKind>(), name =>
        {
            writer.WriteString("name", name);
            writer.WriteString("text", Documentation.Of(typeof(FaultKind), name));
        });
        writer.WriteList("settings", SettingJson.Of<Fault>(), property =>
        {
            SettingJson.Describe(writer, property);
            SettingJson.WriteValue(writer, "default", property.GetValue(plain));
        });
        writer.WriteStartArray("operations");
        foreach (var operation in emulator.Pipeline.Operations)
        {
            writer.WriteStringValue(operation);
        }

        writer.WriteEndArray();
    }
}
