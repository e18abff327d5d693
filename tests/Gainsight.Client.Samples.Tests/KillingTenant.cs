using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Samples.Tests;

/// <summary>An emulated tenant on a loopback socket, which kills the process that calls it at a certain call.</summary>
internal sealed class KillingTenant : IAsyncDisposable
{
    private readonly string _sample;
    private readonly HttpListener _server;
    private readonly Task _serving;
    private readonly HttpMessageInvoker _tenant;
    private Func<Uri, bool>? _isAwaited;
    private bool _isCarriedOut;
    private Process? _process;

    public KillingTenant(string sample)
    {
        _sample = sample;
        _tenant = new(Emulator.CreateHandler());
        _server = Listen();
        _serving = ServeAsync();
    }

    public GainsightEmulator Emulator { get; } = new();

    /// <summary>Further environment variables of the process.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Starts the sample against this tenant.</summary>
    public Process Start(params string[] arguments) => Start("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{_sample}.dll"), .. arguments, "--yes"]);

    /// <summary>Starts it by a shell script, whose words <c>"$0" "$@"</c> are the command.</summary>
    public Process StartShell(string script, params string[] arguments) =>
        Start("sh", ["-c", script, "dotnet", Path.Combine(AppContext.BaseDirectory, $"{_sample}.dll"), .. arguments]);

    private Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GAINSIGHT_BASE_ADDRESS"] = _server.Prefixes.Single().TrimEnd('/');
        start.Environment["GAINSIGHT_ACCESS_KEY"] = Emulator.AccessKey;
        start.Environment["Events__TenantId"] = Emulator.TenantId;
        start.Environment["Events__SharedSecret"] = Emulator.EventPublishers[0].SharedSecret;
        start.Environment["Tenants__default__Retry__LateAfter"] = "00:00:00.1";
        foreach ((var name, var value) in Variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The signal that the process gets instead of being killed, such as TERM. The call is then answered.</summary>
    public string? Signal { get; init; }

    /// <summary>Starts the sample and kills it at a call.</summary>
    /// <returns>The exit code, and what it said.</returns>
    public async Task<(int Code, string Said)> KillAsync(Func<Uri, bool> isAwaited, bool isCarriedOut, params string[] arguments)
    {
        (_isAwaited, _isCarriedOut) = (isAwaited, isCarriedOut);
        var process = _process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        said += await errors;
        (_isAwaited is null).Should().BeTrue(said);
        return (process.ExitCode, said);
    }

    public async ValueTask DisposeAsync()
    {
        _server.Close();
        await _serving;
        _process?.Dispose();
        _tenant.Dispose();
        Emulator.Dispose();
    }

    /// <summary>Listens on a free port. Another program may take it first: then on the next one.</summary>
    private static HttpListener Listen()
    {
        while (true)
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            var server = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
            try
            {
                server.Start();
                return server;
            }
            catch (HttpListenerException)
            {
                server.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        List<Task> calls = [];
        while (_server.IsListening)
        {
            try
            {
                var context = await _server.GetContextAsync();
                calls.Add(Task.Run(() => ServeAsync(context)));
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(calls);
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        var kills = _isAwaited?.Invoke(context.Request.Url!) == true;
        if (kills && Signal is not null)
        {
            (kills, _isAwaited) = (false, null);
            using var kill = Process.Start("kill", ["-s", Signal, $"{_process!.Id}"]);
            await kill.WaitForExitAsync();
        }

        if (kills && !_isCarriedOut)
        {
            Kill(context);
            return;
        }

        using var request = new HttpRequestMessage(new(context.Request.HttpMethod), new Uri(Emulator.BaseAddress, context.Request.Url!.PathAndQuery));
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        request.Content = new ByteArrayContent(body.ToArray());
        foreach (var name in context.Request.Headers.AllKeys.OfType<string>())
        {
            var value = context.Request.Headers[name];
            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _tenant.SendAsync(request, CancellationToken.None);
        if (kills)
        {
            Kill(context);
            return;
        }

        try
        {
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            context.Response.Close(await response.Content.ReadAsByteArrayAsync(), willBlock: false);
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The process was killed while another call was served.
        }
    }

    private void Kill(HttpListenerContext context)
    {
        _isAwaited = null;
        _process!.Kill();
        context.Response.Abort();
    }
}
