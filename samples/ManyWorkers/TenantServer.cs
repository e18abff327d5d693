using System.Collections.Concurrent;
using Gainsight.Client.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace ManyWorkers;

/// <summary>The emulator on a real socket. It counts the calls by the window in which they arrive.</summary>
internal sealed class TenantServer : IAsyncDisposable
{
    private readonly GainsightEmulator _emulator = new();
    private readonly WebApplication _app;
    private readonly HttpClient _inner;

    private TenantServer()
    {
        for (var i = 0; i < 200; i++)
        {
            _emulator.Object("Company").Insert(("Name", $"Company {i}"));
        }

        _inner = new HttpClient(_emulator.CreateHandler());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(ForwardAsync);
    }

    public Uri Address => new(_app.Urls.First());

    public string AccessKey => _emulator.AccessKey;

    /// <summary>The calls by window.</summary>
    public ConcurrentDictionary<long, int> Windows { get; } = new();

    public int Refused => _emulator.Requests.Snapshot().Count(request => request.Status == 429);

    public static async Task<TenantServer> StartAsync()
    {
        var server = new TenantServer();
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _inner.Dispose();
        _emulator.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        Windows.AddOrUpdate(DateTimeOffset.UtcNow.Ticks / Worker.Window.Ticks, 1, static (_, calls) => calls + 1);
        var address = new Uri(_emulator.BaseAddress, context.Request.GetEncodedPathAndQuery());
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers.Where(header => header.Key != "Host"))
        {
            _ = request.Headers.TryAddWithoutValidation(name, values.AsEnumerable())
                || request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        using var answer = await _inner.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Transfer-Encoding");
        foreach (var (name, values) in headers)
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
