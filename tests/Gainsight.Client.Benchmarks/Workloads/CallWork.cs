using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gainsight.Client.Benchmarks;

/// <summary>
/// One query of one row: through the whole pipeline, and through a plain <see cref="HttpClient"/> that also reads into pooled memory and parses.
/// Both also from a container, where the plain client has the standard resilience handler.
/// </summary>
internal sealed class CallWork : IDisposable
{
    private const string Host = "https://northwind.gainsightcloud.com/";
    private const string Key = "11111111-2222-3333-4444-555555555555";

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes("""{"select":["Gsid","Name","Arr"],"limit":1}""");
    private readonly JsonBody _body;
    private readonly WireStub _wire;
    private readonly HttpClient _http;
    private readonly Transport _transport;
    private readonly Transport _contained;
    private readonly ServiceProvider _services;
    private readonly RecordPageReader<Company> _reader = new();
    private readonly Func<Task<int>> _bare;
    private readonly Func<Task<int>> _pipeline;
    private readonly Func<Task<int>> _standard;
    private readonly Func<Task<int>> _container;

    public CallWork(bool waits)
    {
        _body = JsonBody.Create(_bytes, static (writer, bytes) => writer.WriteRawValue(bytes));
        _wire = new WireStub(Encoding.UTF8.GetBytes($$"""{"result":true,"errorCode":null,"errorDesc":null,"requestId":"5f2e","data":{"records":[{{CompanyPage.Row(7)}}]},"message":null}"""), waits);
        _http = new HttpClient(_wire) { BaseAddress = new Uri(Host) };
        GainsightClientOptions options = new();
        Configure(options);
        _transport = new Transport(options, new Uri(Host), _wire, disposeInner: false, NullLoggerFactory.Instance, new QuotaLedger(TimeProvider.System));
        _bare = () => BareAsync(_http);
        _pipeline = () => PipelineAsync(_transport);

        var services = new ServiceCollection();
        services.AddHttpClient("plain", http => http.BaseAddress = new Uri(Host)).ConfigurePrimaryHttpMessageHandler(() => _wire).AddStandardResilienceHandler();
        services.AddGainsightClient(Configure).ConfigurePrimaryHttpMessageHandler(() => _wire);
        _services = services.BuildServiceProvider();
        var plain = _services.GetRequiredService<IHttpClientFactory>().CreateClient("plain");
        var chain = _services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(GainsightHttpClientName.Default);
        _contained = new Transport(options, new Uri(Host), chain, disposeInner: false, NullLoggerFactory.Instance, new QuotaLedger(TimeProvider.System));
        _standard = () => BareAsync(plain);
        _container = () => PipelineAsync(_contained);
    }

    /// <summary>A plain client.</summary>
    public int Bare() => _wire.Run(_bare);

    /// <summary>The library without a container.</summary>
    public int Pipeline() => _wire.Run(_pipeline);

    /// <summary>A plain client of <c>IHttpClientFactory</c> with the standard resilience handler.</summary>
    public int Standard() => _wire.Run(_standard);

    /// <summary>The library from a container.</summary>
    public int Container() => _wire.Run(_container);

    public void Dispose()
    {
        _contained.Dispose();
        _services.Dispose();
        _transport.Dispose();
        _http.Dispose();
        _wire.Dispose();
        _body.Dispose();
    }

    private static void Configure(GainsightClientOptions options)
    {
        (options.BaseAddress, options.Credential) = (new Uri(Host), new AccessKeyCredential(Key));
        options.Quota.SetLimit("sync-minute", int.MaxValue);
        options.Quota.SetLimit("sync-day", int.MaxValue);
    }

    private async Task<int> BareAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/data/objects/query/Company") { Content = new ByteArrayContent(_bytes) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Accesskey", Key);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var buffer = ArrayPool<byte>.Shared.Rent((int)response.Content.Headers.ContentLength!.Value + 1);
        try
        {
            var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            int length = 0, read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(length)).ConfigureAwait(false)) > 0)
            {
                length += read;
            }

            return _reader.Read(DataOf(buffer.AsSpan(0, length))).Count;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<int> PipelineAsync(Transport transport)
    {
        var request = new ApiRequest { Operation = Operation.RecordsQuery, Object = "Company", Body = _body };
        using var response = await transport.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        return _reader.Read(response.Data.Span).Count;
    }

    private static ReadOnlySpan<byte> DataOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && !reader.ValueTextEquals("data"u8))
        {
            reader.Skip();
        }

        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}
