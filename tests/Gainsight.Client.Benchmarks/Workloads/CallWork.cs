using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gainsight.Client.Benchmarks;

/// <summary>One query of one row: through the whole pipeline, and through a plain <see cref="HttpClient"/> that also reads into pooled memory and parses.</summary>
internal sealed class CallWork : IDisposable
{
    private const string Host = "https://northwind.gainsightcloud.com/";
    private const string Key = "11111111-2222-3333-4444-555555555555";

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes("""{"select":["Gsid","Name","Arr"],"limit":1}""");
    private readonly JsonBody _body;
    private readonly WireStub _wire;
    private readonly HttpClient _http;
    private readonly Transport _transport;
    private readonly RecordPageReader<Company> _reader = new();
    private readonly Func<Task<int>> _bare;
    private readonly Func<Task<int>> _pipeline;

    public CallWork(bool waits)
    {
        _body = JsonBody.Create(_bytes, static (writer, bytes) => writer.WriteRawValue(bytes));
        _wire = new WireStub(Encoding.UTF8.GetBytes($$"""{"result":true,"errorCode":null,"errorDesc":null,"requestId":"5f2e","data":{"records":[{{CompanyPage.Row(7)}}]},"message":null}"""), waits);
        _http = new HttpClient(_wire) { BaseAddress = new Uri(Host) };
        var options = new GainsightClientOptions { BaseAddress = new Uri(Host), Credential = new AccessKeyCredential(Key) };
        options.Quota.SetLimit("sync-minute", int.MaxValue);
        options.Quota.SetLimit("sync-day", int.MaxValue);
        var ledger = new QuotaLedger(TimeProvider.System);
        _transport = new Transport(options, new Uri(Host), _wire, disposeInner: false, NullLoggerFactory.Instance, ledger);
        _bare = BareAsync;
        _pipeline = PipelineAsync;
    }

    public int Bare() => _wire.Run(_bare);

    public int Pipeline() => _wire.Run(_pipeline);

    public void Dispose()
    {
        _transport.Dispose();
        _http.Dispose();
        _wire.Dispose();
        _body.Dispose();
    }

    private async Task<int> BareAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/data/objects/query/Company") { Content = new ByteArrayContent(_bytes) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Accesskey", Key);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
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

    private async Task<int> PipelineAsync()
    {
        var request = new ApiRequest { Operation = Operations.RecordsQuery, Object = "Company", Body = _body };
        using var response = await _transport.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
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
