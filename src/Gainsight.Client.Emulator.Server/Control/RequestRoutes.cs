using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gainsight.Client.Emulator;

/// <summary><c>/requests</c>: the request log, also while it grows.</summary>
internal static class RequestRoutes
{
    private const int MaximumWait = 60;

    public static void Map(IEndpointRouteBuilder routes, GainsightEmulator emulator, ExchangeLog exchanges)
    {
        _ = routes.MapGet("/requests", (RequestDelegate)(context => ListAsync(context, emulator, exchanges)));
        _ = routes.MapDelete("/requests", (RequestDelegate)(context =>
        {
            emulator.Requests.Clear();
            exchanges.Clear();
            return ControlJson.WriteAsync(context, writer => writer.WriteNumber("last", exchanges.Last));
        }));
        _ = routes.MapGet("/requests/{id}", (RequestDelegate)(context =>
        {
            var exchange = (long.TryParse(context.PathValue("id"), out var id) ? exchanges.Find(id) : null)
                ?? throw ControlException.Missing($"There is no request {context.PathValue("id")}. The log may have been cleared, or holds newer requests only.");
            return ControlJson.WriteAsync(context, writer =>
            {
                Write(writer, emulator, exchange);
                writer.WriteString("requestBody", exchange.RequestBody);
                writer.WriteString("responseBody", exchange.ResponseBody);
            });
        }));
    }

    private static async Task ListAsync(HttpContext context, GainsightEmulator emulator, ExchangeLog exchanges)
    {
        long? since = context.Text("since") is null ? null : context.Number("since", 0, 0, long.MaxValue);
        var limit = (int)context.Number("limit", 200, 1, 10_000);
        var wait = context.Number("wait", 0, 0, MaximumWait);
        if (since is { } id && wait > 0)
        {
            await exchanges.WaitAsync(id, TimeSpan.FromSeconds(wait), context.RequestAborted).ConfigureAwait(false);
        }

        var newest = exchanges.Last;
        var list = exchanges.Read(since, limit);
        await ControlJson.WriteAsync(context, writer =>
        {
            writer.WriteNumber("count", emulator.Requests.Count);
            writer.WriteNumber("last", list.Count > 0 ? list[^1].Id : newest);
            writer.WriteList("requests", list, exchange => Write(writer, emulator, exchange));
        }).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter writer, GainsightEmulator emulator, Exchange exchange)
    {
        var entry = exchange.Entry;
        writer.WriteNumber("id", exchange.Id);
        writer.WriteNumber("sequence", entry.Sequence);
        writer.WriteString("time", entry.Time.UtcDateTime);
        writer.WriteString("method", entry.Method);
        writer.WriteString("path", entry.Path + exchange.QueryString);
        writer.WriteString("operation", entry.Operation);
        writer.WriteString("object", entry.Object);
        writer.WriteNumber("records", entry.RecordCount);
        writer.WriteNumber("status", entry.Status);
        writer.WriteString("code", entry.ErrorCode);
        writer.WriteNumber("milliseconds", Math.Round(entry.Duration.TotalMilliseconds, 1));
        writer.WriteString("fault", entry.Fault?.ToString());
        writer.WriteBoolean("committed", emulator.Requests.IsCommitted(entry));
        if (entry.CommitsAt is { } commitsAt)
        {
            writer.WriteString("commitsAt", commitsAt.UtcDateTime);
        }

        writer.WriteBoolean("canceled", entry.Canceled);
        writer.WriteString("credential", entry.CredentialHash);
        writer.WriteString("requestId", entry.RequestId);
    }
}
