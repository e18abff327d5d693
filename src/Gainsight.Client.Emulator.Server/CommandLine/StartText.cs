using System.CommandLine;
using System.Net;

namespace Gainsight.Client.Emulator;

/// <summary>What the tool says once it listens. The first line is the address, which scripts read.</summary>
internal static class StartText
{
    public static async Task WriteAsync(
        InvocationConfiguration console, Uri address, GainsightEmulator emulator, EmulatorSettings settings, string? note)
    {
        var server = settings.Server;
        List<string> lines = [$"Listening on {address}", $"  Access key  {AccessKey(emulator)}", $"  Tenant id   {emulator.TenantId}"];
        lines.Add($"  Inspector   {(server.HasControl ? new Uri(Reachable(address, server.Host), "/_emulator/") : "off: it needs --control-token")}");
        lines.Add(settings.Data is { } data ? $"  State file  {data}" : "  State       in memory: it ends with the emulator. --data FILE keeps it");
        lines.Add("  Stop        Ctrl+C");
        if (note is not null)
        {
            lines.Add("  " + note);
        }

        foreach (var line in lines)
        {
            await console.Output.WriteLineAsync(line).ConfigureAwait(false);
        }

        foreach (var unknown in settings.UnknownVariables)
        {
            await console.Error.WriteLineAsync($"WARNING: {unknown} is no setting of the emulator and has no effect. --help lists the settings.").ConfigureAwait(false);
        }

        if (!IPAddress.IsLoopback(server.Host))
        {
            await console.Error.WriteLineAsync($"WARNING: The emulator listens on {server.Host}, without encryption: whoever reaches port {address.Port} can call it.").ConfigureAwait(false);
        }

        await console.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>The key of the emulator is no secret; one that a user chose may be in use elsewhere.</summary>
    private static string AccessKey(GainsightEmulator emulator) =>
        emulator.AccessKey == new GainsightEmulatorOptions().AccessKey ? emulator.AccessKey : "as set";

    /// <summary>An address that stands for all addresses cannot be called.</summary>
    private static Uri Reachable(Uri address, IPAddress host) =>
        host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any) ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri : address;
}
