using System.Collections.Concurrent;
using System.Text;
using Gainsight.Client.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gainsight.Client.Hosting.Tests.Telemetry;

/// <summary>What a capturing logger, the in-memory exporter of OpenTelemetry and the health check hold after calls of every fate.</summary>
public sealed class SecretTests : IDisposable
{
    private const string ClientId = "client-0815";
    private const string ClientSecret = "cl13nt-s3cret-4711";
    private const string Value = "alue of a record";

    private readonly ObservedHost _host = new();
    private readonly ConcurrentBag<string> _sent = [];

    public static TheoryData<FaultKind?, bool> Faults
    {
        get
        {
            TheoryData<FaultKind?, bool> faults = [];
            FaultKind?[] kinds = [null, .. Enum.GetValues<FaultKind>().Where(kind => kind is not (FaultKind.SlowObject or FaultKind.JobFails or FaultKind.JobIsAborted))];
            foreach (var kind in kinds)
            {
                faults.Add(kind, false);
                faults.Add(kind, true);
            }

            return faults;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_access_key_and_no_value_reaches_health_logs_spans_or_metrics(FaultKind? fault, bool hasHttpClientLogs)
    {
        await StartAsync(hasHttpClientLogs);
        AddFault(fault, skip: 0);

        await CallAsync();

        await CheckAsync(hasHttpClientLogs, [ObservedHost.Key]);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_client_secret_and_no_token_reaches_them_whether_the_token_or_a_call_fails(FaultKind? fault, bool hasHttpClientLogs)
    {
        foreach (var isTokenGiven in new[] { false, true })
        {
            using var other = new SecretTests();
            other._host.Emulator.AddClient(ClientId, ClientSecret);
            other._host.Set("ConnectionStrings:gainsight", $"Endpoint={other._host.Emulator.BaseAddress};ClientId={ClientId};ClientSecret={ClientSecret}");
            await other.StartAsync(hasHttpClientLogs);

            // The first request is that of the token.
            other.AddFault(fault, skip: isTokenGiven ? 1 : 0);

            await other.CallAsync();
            other._host.Emulator.ExpireTokens();
            await other.CallAsync();
            other._host.Emulator.RemoveClient(ClientId);
            other._host.Emulator.ExpireTokens();
            await other.CallAsync();

            var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{ClientSecret}"));
            other._sent.Should().Contain(basic);
            if (fault is null || isTokenGiven)
            {
                other._sent.Distinct().Should().HaveCountGreaterThan(1, "a token was sent too");
            }

            await other.CheckAsync(hasHttpClientLogs, [ClientSecret, ClientId, .. other._sent]);
        }
    }

    [Fact]
    public async Task The_capturing_logger_sees_what_the_logs_of_an_http_client_hold_in_their_state()
    {
        _host.Builder.Services.AddHttpClient("plain").ConfigurePrimaryHttpMessageHandler(_host.Emulator.CreateHandler).RedactLoggedHeaders(["Accesskey"]);
        await _host.StartAsync();
        using var http = _host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("plain");
        using var request = new HttpRequestMessage(HttpMethod.Get, _host.Emulator.BaseAddress);
        request.Headers.Add("Accesskey", ObservedHost.Key);

        using var response = await http.SendAsync(request);

        _host.Logs.Text.Should().Contain(ObservedHost.Key, "redaction changes only the text of a log event");
    }

    public void Dispose() => _host.Dispose();

    private Task StartAsync(bool hasHttpClientLogs)
    {
        _host.Set("Gainsight:MaxRetries", "0");
        _host.Set("Gainsight:MaxQueueWait", "00:00:00");
        var chain = _host.Builder.AddGainsightClient("gainsight").ConfigurePrimaryHttpMessageHandler(() => new Wire(_sent, _host.Emulator.CreateHandler()));
        _ = hasHttpClientLogs ? chain.AddDefaultLogger() : chain;
        return _host.StartAsync();
    }

    private void AddFault(FaultKind? fault, int skip)
    {
        if (fault is { } kind)
        {
            _host.Emulator.Faults.Add(new Fault(kind) { Skip = skip });
        }
    }

    private async Task CallAsync()
    {
        var client = _host.Client;
        _ = await Record.ExceptionAsync(() => client.Companies.InsertAsync([new Company { Name = $"V{Value}", Stage = $"Bad v{Value}" }]));
        _ = await Record.ExceptionAsync(() => client.CheckConnectionAsync());
        await _host.HealthAsync();
    }

    private async Task CheckAsync(bool hasHttpClientLogs, IEnumerable<string> secrets)
    {
        (await _host.TextsWithAsync("Records.Insert")).Should().NotBeEmpty();
        _host.Logs.Records.Any(record => record.Category!.StartsWith("System.Net.Http.HttpClient.Gainsight", StringComparison.Ordinal)).Should().Be(hasHttpClientLogs);
        (await _host.TextsWithAsync("Sending HTTP request")).Any().Should().Be(hasHttpClientLogs);
        (await _host.TextsWithAsync([Value, "Bearer ", .. secrets])).Should().BeEmpty();
    }

    /// <summary>Keeps the credentials that are sent.</summary>
    private sealed class Wire(ConcurrentBag<string> sent, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.Authorization?.Parameter is { } credential)
            {
                sent.Add(credential);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
