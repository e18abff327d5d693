using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Serves a tenant over HTTP on Kestrel, for the tool and for tests over real sockets. A cut closes the socket. The caller owns the emulator.
/// </summary>
internal sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Action _detach;

    private EmulatorServer(WebApplication app, Uri baseAddress, Action detach)
    {
        _app = app;
        _detach = detach;
        BaseAddress = baseAddress;
    }

    /// <summary>The http address that the server listens on, with the real port.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="emulator">The tenant to serve.</param>
    /// <param name="options">Where to listen, and more. Default: a free port on loopback.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">
    /// The machine does not have the address, or is not allowed to listen on the port.
    /// </exception>
    public static async Task<EmulatorServer> StartAsync(
        GainsightEmulator emulator, ServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ServerOptions();

        // An empty builder, so that settings files and environment variables of the user do not change where the server listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        _ = builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A slow machine must not look like a fault that no test asked for.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;

            // Bulk calls may carry 80 MB, and the tenant decides what is too large.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(options.Host, options.Port);
        });
        _ = builder.Services.AddRoutingCore();
        var app = builder.Build();
        var exchanges = new ExchangeLog();
        if (options.HasControl)
        {
            emulator.KeepHistory();
            emulator.Pipeline.Served += exchanges.Add;
        }

        ControlBranch.Use(app, emulator, exchanges, new ControlGuard(options.HasControl, options.ControlToken), options.PrepareAsync);
        app.Run(context => ServeAsync(emulator.Pipeline, context));
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return new EmulatorServer(app, new Uri(address), () => emulator.Pipeline.Served -= exchanges.Add);
    }

    /// <summary>Stops listening and aborts the requests in flight.</summary>
    public async ValueTask DisposeAsync()
    {
        _detach();
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync(now.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task ServeAsync(RequestPipeline pipeline, HttpContext context)
    {
        EmulatorResponse response;
        try
        {
            response = await pipeline.ServeAsync(Read(context), context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        if (response.Cut == Cut.BeforeAnswer)
        {
            context.Abort();
            return;
        }

        await WriteAsync(context, response).ConfigureAwait(false);
    }

    private static EmulatorRequest Read(HttpContext context)
    {
        // The raw target keeps escapes, so the handler and the server see the same path.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return new EmulatorRequest
        {
            Method = context.Request.Method,
            Path = query < 0 ? target : target[..query],
            QueryString = query < 0 ? "" : target[query..],
            Origin = $"{context.Request.Scheme}://{context.Request.Host}",
            Header = name => context.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null,
            ReadBodyAsync = async cancellationToken =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
                return body.ToArray();
            },
        };
    }

    private static async Task WriteAsync(HttpContext context, EmulatorResponse response)
    {
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        // Kestrel adds its own date where a response has none. Two values that are null count as a date and are not sent.
        context.Response.Headers.Date = new StringValues([null, null]);
        foreach ((var name, var value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (response.Status is < 200 or StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        if (response.Cut == Cut.None && (response.Streamed is not null || response.Drip is not null))
        {
            var body = response.Open();
            await using (body.ConfigureAwait(false))
            {
                await SendAsync(body, context, eachPiece: response.Drip is not null).ConfigureAwait(false);
            }

            return;
        }

        (var sent, context.Response.ContentLength) = Sent(response);

        // Kestrel closes a connection whose body is shorter than its length. Aborting would reset the connection, and a reset can overtake the bytes
        // that were sent.
        await context.Response.Body.WriteAsync(sent).ConfigureAwait(false);
        await context.Response.Body.FlushAsync().ConfigureAwait(false);
    }

    private static async Task SendAsync(Stream body, HttpContext context, bool eachPiece)
    {
        var buffer = new byte[81_920];
        while (await body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false) is var read and > 0)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted).ConfigureAwait(false);
            if (eachPiece)
            {
                await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// The bytes to send, and the length to promise. A streamed body has no length, so it promises one byte more than half of itself.
    /// </summary>
    private static (ReadOnlyMemory<byte> Bytes, long Length) Sent(EmulatorResponse response)
    {
        if (response.Streamed is not { } streamed)
        {
            return (response.Cut == Cut.None ? response.Body : response.Body[..(response.Body.Length / 2)], response.Body.Length);
        }

        using var half = streamed.Half.Open(broken: false);
        using var bytes = new MemoryStream();
        half.CopyTo(bytes);
        return (bytes.ToArray(), bytes.Length + 1);
    }
}
