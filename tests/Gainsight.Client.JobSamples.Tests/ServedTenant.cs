using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Gainsight.Client.JobSamples.Tests;

/// <summary>An emulated tenant on a loopback socket, for a sample in a process of its own.</summary>
internal sealed class ServedTenant : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _tenant;

    private ServedTenant(WebApplication app)
    {
        _app = app;
        _tenant = new(Emulator.CreateHandler());
        app.Run(AnswerAsync);
    }

    public GainsightEmulator Emulator { get; } = new();

    public string Address => _app.Urls.First();

    public static async Task<ServedTenant> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        var tenant = new ServedTenant(builder.Build());
        await tenant._app.StartAsync();
        return tenant;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _tenant.Dispose();
        Emulator.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(Emulator.BaseAddress, $"{context.Request.Path}{context.Request.QueryString}"));
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        request.Content = new ByteArrayContent(body.ToArray());
        foreach ((var name, var value) in context.Request.Headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, (string?)value) || request.Content.Headers.TryAddWithoutValidation(name, (string?)value);
        }

        using var response = await _tenant.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body);
    }
}
