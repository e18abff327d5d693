using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Gainsight.Client.Benchmarks;

/// <summary>A tenant that has every second company, for upserts by name. It measures its own time and bytes, so that they can be subtracted.</summary>
internal sealed class TenantStub : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _answer = new();
    private readonly ConcurrentBag<MemoryStream> _bodies = [];
    private long _ticks;
    private long _bytes;
    private int _calls;

    /// <summary>What the stub itself took, and the number of calls.</summary>
    public (TimeSpan Time, long Bytes, int Calls) Own => (Stopwatch.GetElapsedTime(0, _ticks), _bytes, _calls);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_bodies.TryTake(out var body))
        {
            body = new();
        }

        body.SetLength(0);
        await request.Content!.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            long started = Stopwatch.GetTimestamp(), before = GC.GetAllocatedBytesForCurrentThread();
            _answer.ResetWrittenCount();
            var isQuery = request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal);
            Answer(body.GetBuffer().AsSpan(0, (int)body.Length), isQuery);
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_answer.WrittenSpan.ToArray()), RequestMessage = request };
            response.Content.Headers.ContentType = Json;
            _calls++;
            _ticks += Stopwatch.GetTimestamp() - started;
            _bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            _bodies.Add(body);
            return response;
        }
    }

    /// <summary>Answers with a row for each name that is present, or with a row for each that was written.</summary>
    private void Answer(ReadOnlySpan<byte> body, bool isQuery)
    {
        using var answer = new Utf8JsonWriter(_answer);
        answer.WriteStartObject();
        answer.WriteBoolean("result", true);
        answer.WriteString("requestId", "5f2e");
        answer.WriteStartObject("data");
        answer.WriteStartArray("records");
        var reader = new Utf8JsonReader(body);
        var isLaterPage = isQuery && body.IndexOf("\"offset\""u8) is > 0 and var offset && body[(offset + "\"offset\":"u8.Length)..][0] != '0';
        var isAnswered = false;
        while (!isLaterPage && reader.Read())
        {
            // A row of a write begins with its GSID or has its name. In a query the names are the only texts of this form.
            isAnswered &= reader.TokenType != JsonTokenType.StartObject;
            if (reader.TokenType != JsonTokenType.String || isAnswered)
            {
                continue;
            }

            var number = reader.ValueSpan.StartsWith("Company "u8) ? Number(reader.ValueSpan["Company ".Length..])
                : reader.ValueSpan.StartsWith("1P02"u8) ? Number(reader.ValueSpan["1P02".Length..])
                : -1;
            if (number >= 0 && (!isQuery || number % 2 == 0))
            {
                isAnswered = !isQuery;
                answer.WriteStartObject();
                answer.WriteString("Gsid"u8, $"1P02{number:D32}");
                answer.WriteString("Name"u8, $"Company {number:0000000}");
                answer.WriteEndObject();
            }
        }

        answer.WriteEndArray();
        answer.WriteEndObject();
        answer.WriteEndObject();
    }

    private static int Number(ReadOnlySpan<byte> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
