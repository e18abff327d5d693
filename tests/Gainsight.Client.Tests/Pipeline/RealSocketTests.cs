using System.Net;
using System.Net.Sockets;
using System.Text;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests;

/// <summary>The failures that only a real connection has, with the library's own handler.</summary>
public sealed class RealSocketTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private int _connections;

    public RealSocketTests() => _listener.Start();

    [Theory]
    [InlineData("", "broke before the answer was complete")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"result\":true", "broke before the answer was complete")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"result\":", "broke before the answer was complete")]
    [InlineData("SSH-2.0-OpenSSH\r\n\r\n", "broke before the answer was complete")]
    public async Task A_connection_cut_after_the_request_leaves_an_insert_of_unknown_fate_and_sends_it_once(string answer, string message)
    {
        Serve(answer);

        var failure = await FailAsync<GainsightTransportException>(Address("http"));

        failure.MayHaveBeenProcessed.Should().BeTrue();
        failure.Message.Should().Contain(message);
        _connections.Should().Be(1);
    }

    [Fact]
    public async Task An_answer_truncated_by_the_end_of_the_connection_is_broken_json()
    {
        Serve("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"result\":true,\"data\":[");

        var failure = await FailAsync<GainsightProtocolException>(Address("http"));

        failure.MayHaveBeenProcessed.Should().BeTrue();
        _connections.Should().Be(1);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Serve($"HTTP/1.1 302 Found\r\nLocation: {Address("http")}elsewhere\r\nContent-Length: 0\r\n\r\n");

        await FailAsync<GainsightProtocolException>(Address("http"));

        _connections.Should().Be(1);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_never_sent()
    {
        var address = Address("http");
        _listener.Stop();

        var failure = await FailAsync<GainsightTransportException>(address);

        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.Message.Should().Contain(address.Authority).And.Contain("firewall");
    }

    [Fact]
    public async Task A_server_without_tls_is_never_sent()
    {
        Serve("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

        var failure = await FailAsync<GainsightTransportException>(Address("https"));

        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.Message.Should().Contain("TLS");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_without_a_body_is_sent_once_when_a_reused_connection_ends_without_an_answer(bool isDelete)
    {
        var requests = 0;
        _ = Task.Run(async () =>
        {
            while (!_stop.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                using var reader = new StreamReader(client.GetStream());
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    if (line.Length > 0)
                    {
                        continue;
                    }

                    // The first request is answered, and the connection is kept. The second one is carried out, and the connection ends.
                    if (Interlocked.Increment(ref requests) == 2)
                    {
                        break;
                    }

                    await client.GetStream().WriteAsync(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"result\":true}"u8.ToArray(), _stop.Token);
                }
            }
        });
        using var transport = Create(Address("http"), options => options.Retry.MaxRetries = 0);
        var request = PipelineFixture.Of(isDelete ? Operation.RecordsDelete : Operation.MetadataDescribe);
        (await transport.SendAsync(request, CancellationToken.None)).Dispose();
        var call = new CallState(request);

        var failure = (await FluentActions.Awaiting(() => transport.SendAsync(call, CancellationToken.None).AsTask())
            .Should().ThrowExactlyAsync<GainsightTransportException>()).Which;

        failure.MayHaveBeenProcessed.Should().BeTrue();
        call.Attempts.Should().Be(1);
        requests.Should().Be(2);
    }

    [Fact]
    public async Task An_insert_whose_body_a_handler_has_buffered_is_of_unknown_fate_when_its_second_attempt_is_cut()
    {
        Serve(string.Empty);
        var options = new GainsightClientOptions { BaseAddress = Address("http"), Credential = new AccessKeyCredential("key") };
        (options.Retry.MaxRetries, options.Retry.Delay) = (3, TimeSpan.FromMilliseconds(1));
        using var transport = new Transport(
            options, HostRules.Resolve(options), new Buffering(PrimaryHandler.Create()), disposeInner: true, new Logs(), PipelineFixture.CreateLedger());
        using var body = Body();

        var failure = (await FluentActions.Awaiting(() => transport.SendAsync(PipelineFixture.Insert(body: body), CancellationToken.None).AsTask())
            .Should().ThrowExactlyAsync<GainsightTransportException>()).Which;

        failure.MayHaveBeenProcessed.Should().BeTrue();
        _connections.Should().Be(1, "an insert that may have arrived is not sent again");
    }

    [Fact]
    public async Task A_TLS_handshake_that_gets_no_answer_within_the_attempts_time_limit_is_never_sent()
    {
        var clock = new VirtualClock { PassesUpTo = null };
        using var transport = Create(Address("https"), options => (options.TimeProvider, options.Retry.MaxRetries) = (clock, 0));
        using var body = Body();
        Task sending = transport.SendAsync(PipelineFixture.Insert(body: body), CancellationToken.None).AsTask();
        using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
        await client.GetStream().ReadExactlyAsync(new byte[1], _stop.Token);

        clock.Advance(TimeSpan.FromSeconds(100));

        var failure = (await FluentActions.Awaiting(() => sending).Should().ThrowExactlyAsync<GainsightTransportException>()).Which;
        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.Message.Should().Contain("was not sent").And.Contain("no connection").And.Contain("100 s");
    }

    [Fact]
    public async Task A_proxy_that_resets_a_tunnel_is_never_sent()
    {
        Serve("");
        using var sockets = PrimaryHandler.Create();
        sockets.Proxy = new WebProxy(Address("http"));
        using var transport = Create(new Uri("https://tenant.invalid/"), options => options.Retry.MaxRetries = 0, sockets);
        using var body = Body();

        var failure = (await FluentActions.Awaiting(() => transport.SendAsync(PipelineFixture.Insert(body: body), CancellationToken.None).AsTask())
            .Should().ThrowExactlyAsync<GainsightTransportException>()).Which;

        _connections.Should().BePositive("the socket handler tries the tunnel several times");
        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.Message.Should().Contain("was not sent");
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_never_sent_and_says_what_to_check()
    {
        var failure = await FailAsync<GainsightTransportException>(new Uri("https://tenant.invalid/"));

        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.Message.Should().Contain("tenant.invalid").And.Contain("tenant's name").And.Contain("DNS");
    }

    [Fact]
    public async Task A_compressed_answer_is_read()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write("""{"result":true,"requestId":"zipped","data":{}}"""u8);
        }

        Serve([.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {zipped.Length}\r\n\r\n"), .. zipped.ToArray()]);
        using var transport = Create(Address("http"));
        using var body = Body();

        using var response = await transport.SendAsync(PipelineFixture.Query(body: body), CancellationToken.None);

        response.RequestId.Should().Be("zipped");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task An_answer_with_a_false_gzip_header_is_a_transport_failure_of_unknown_fate(string encoding)
    {
        Serve($"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: 25\r\n\r\n{{\"result\":true,\"data\":{{}}}} ");

        var failure = await FailAsync<GainsightTransportException>(Address("http"));

        failure.MayHaveBeenProcessed.Should().BeTrue();
        failure.Message.Should().Contain("broke before the answer was complete");
        _connections.Should().Be(1);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    /// <summary>Reads the body, as a handler that logs or signs requests does. Its first connection fails.</summary>
    private sealed class Buffering(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private int _requests;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            return _requests++ == 0 ? throw new HttpRequestException(HttpRequestError.ConnectionError) : await base.SendAsync(request, cancellationToken);
        }
    }

    private static Transport Create(Uri address, Action<GainsightClientOptions>? configure = null, SocketsHttpHandler? handler = null)
    {
        var options = new GainsightClientOptions { BaseAddress = address, Credential = new AccessKeyCredential("key") };
        options.Retry.MaxRetries = 1;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        configure?.Invoke(options);
        return new Transport(
            options, HostRules.Resolve(options), handler ?? PrimaryHandler.Create(), disposeInner: true, new Logs(), PipelineFixture.CreateLedger());
    }

    private static async Task<TException> FailAsync<TException>(Uri address)
        where TException : Exception
    {
        using var transport = Create(address);
        using var body = Body();
        return (await FluentActions.Awaiting(() => transport.SendAsync(PipelineFixture.Insert(body: body), CancellationToken.None).AsTask())
            .Should().ThrowExactlyAsync<TException>()).Which;
    }

    private static JsonBody Body() => JsonBody.Create(0, static (writer, _) => writer.WriteStringValue("record"));

    private Uri Address(string scheme) => new($"{scheme}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    private void Serve(string answer) => Serve(Encoding.ASCII.GetBytes(answer));

    private void Serve(byte[] answer) => _ = Task.Run(async () =>
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            Interlocked.Increment(ref _connections);
            await using var stream = client.GetStream();
            var request = new byte[4096];
            var read = await stream.ReadAsync(request, _stop.Token);

            // The whole request is read first, so that closing the connection does not reset it.
            while (request[0] == (byte)'P' && !request.AsSpan(0, read).EndsWith("\"record\""u8))
            {
                read += await stream.ReadAsync(request.AsMemory(read), _stop.Token);
            }

            await stream.WriteAsync(answer, _stop.Token);
        }
    });
}
