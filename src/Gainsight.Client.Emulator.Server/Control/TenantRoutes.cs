using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gainsight.Client.Emulator;

/// <summary>The whole tenant: its state, reset, load, dump and clock.</summary>
internal static class TenantRoutes
{
    private static readonly TimeSpan MaximumOffset = TimeSpan.FromDays(36_500);

    public static void Map(IEndpointRouteBuilder routes, GainsightEmulator emulator, ExchangeLog exchanges, Func<GainsightEmulator, Task>? prepareAsync)
    {
        var server = Guid.NewGuid();
        _ = routes.MapGet("/status", (RequestDelegate)(context => ControlJson.WriteAsync(context, writer => WriteStatus(writer, emulator, server))));
        _ = routes.MapPost("/reset", (RequestDelegate)(async context =>
        {
            emulator.Reset();
            await (prepareAsync?.Invoke(emulator) ?? Task.CompletedTask).ConfigureAwait(false);
            exchanges.Clear();
            await ControlJson.WriteAsync(context, writer => WriteStatus(writer, emulator, server)).ConfigureAwait(false);
        }));
        _ = routes.MapPost("/load", (RequestDelegate)(async context =>
        {
            Load(emulator, (await ControlJson.ReadObjectAsync(context).ConfigureAwait(false)).GetRawText());
            await ControlJson.WriteAsync(context, writer => WriteStatus(writer, emulator, server)).ConfigureAwait(false);
        }));
        _ = routes.MapGet("/dump", (RequestDelegate)(async context =>
        {
            using var seed = new MemoryStream();
            emulator.Dump(seed);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = seed.Length;
            await context.Response.Body.WriteAsync(seed.GetBuffer().AsMemory(0, (int)seed.Length), context.RequestAborted).ConfigureAwait(false);
        }));
        _ = routes.MapGet("/clock", (RequestDelegate)(context => ControlJson.WriteAsync(context, writer => WriteClock(writer, emulator))));
        _ = routes.MapPost("/clock", (RequestDelegate)(async context =>
        {
            SetClock(emulator, await ControlJson.ReadObjectAsync(context).ConfigureAwait(false));
            await ControlJson.WriteAsync(context, writer => WriteClock(writer, emulator)).ConfigureAwait(false);
        }));
    }

    private static void Load(GainsightEmulator emulator, string seed)
    {
        lock (emulator.Sync)
        {
            // First into a copy, because what a seed that does not fit has added cannot be taken back.
            using var copy = new GainsightEmulator();
            copy.LoadState(emulator.Dump());
            copy.Load(seed);
            emulator.Load(seed);
        }
    }

    private static void WriteStatus(Utf8JsonWriter writer, GainsightEmulator emulator, Guid server)
    {
        // Changes with every start, so that a page notices that it shows another tenant.
        writer.WriteString("server", server);
        writer.WriteString("tenantId", emulator.TenantId);
        writer.WriteNumber("requests", emulator.Requests.Count);
        writer.WriteStartObject("clock");
        WriteClock(writer, emulator);
        writer.WriteEndObject();
        writer.WriteList("quota", emulator.Pipeline.Quota(), state =>
        {
            var limit = state.Window.Limit(emulator.Limits);
            writer.WriteString("name", state.Window.Name);
            writer.WriteNumber("used", state.Used);
            writer.WriteNumber("limit", limit);
            writer.WriteNumber("left", Math.Max(0, limit - state.Used));
            writer.WriteNumber("seconds", state.Window.Length.TotalSeconds);
            writer.WriteString("ends", state.Ends.UtcDateTime);
        });
    }

    private static void WriteClock(Utf8JsonWriter writer, GainsightEmulator emulator)
    {
        writer.WriteString("now", emulator.Now.UtcDateTime);
        writer.WriteString("offset", emulator.ClockOffset.ToString("c", CultureInfo.InvariantCulture));
    }

    private static void SetClock(GainsightEmulator emulator, JsonElement body)
    {
        var members = SeedJson.Members(body, "The body");
        if (members is not [{ Name: "advance" or "offset" } member])
        {
            throw ControlException.Invalid("The body must have one member: advance or offset.");
        }

        if (SettingSeed.Text("duration", member) is not { } text || !SettingText.TryParseDuration(text, out var duration))
        {
            throw ControlException.Invalid($"{member.Name} must be a number of seconds or hh:mm:ss.");
        }

        lock (emulator.Sync)
        {
            var days = duration.TotalDays + (member.Name == "advance" ? emulator.ClockOffset.TotalDays : 0);
            if (Math.Abs(days) > MaximumOffset.TotalDays)
            {
                throw ControlException.Invalid("The clock can be at most 36,500 days ahead or behind.");
            }

            emulator.ClockOffset = member.Name == "advance" ? emulator.ClockOffset + duration : duration;
        }
    }
}
