using System.Buffers.Text;
using System.Net;

namespace Gainsight.Client.Benchmarks;

/// <summary>Answers queries with pages of new rows, made of one page in place, so that what is alive is what the reader keeps.</summary>
internal sealed class EndlessTenant : HttpMessageHandler
{
    private const int Digits = 10;
    private static readonly byte[] Begin = [.. """{"result":true,"errorCode":null,"requestId":"5f2e","data":{"records":"""u8];

    private readonly int _rows;
    private readonly byte[] _answer;
    private readonly int[] _keys;
    private int _served;

    /// <param name="rows">The number of rows in all, whole pages.</param>
    public EndlessTenant(int rows)
    {
        _rows = rows;
        _answer = [.. Begin, .. CompanyPage.Create(), .. "}}"u8];
        _keys = new int[CompanyPage.Rows];
        ReadOnlySpan<byte> gsid = "\"Gsid\":\""u8;
        int from = 0;
        for (int row = 0; row < _keys.Length; row++)
        {
            // The last digits of the 36 characters that follow.
            _keys[row] = from + _answer.AsSpan(from).IndexOf(gsid) + gsid.Length + 36 - Digits;
            from = _keys[row];
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_served >= _rows)
        {
            return Task.FromResult(Answer([.. Begin, .. "[]}}"u8]));
        }

        foreach (int key in _keys)
        {
            Utf8Formatter.TryFormat(_served++, _answer.AsSpan(key, Digits), out _, new('D', Digits));
        }

        return Task.FromResult(Answer(_answer));
    }

    private static HttpResponseMessage Answer(byte[] body) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
}
