using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the parts of a form with a file. .NET has no such parser outside the web framework.</summary>
internal static class MultipartForm
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();
    private static readonly byte[] HeadersEnd = "\r\n\r\n"u8.ToArray();

    public static Dictionary<string, ReadOnlyMemory<byte>> Parse(string? contentType, ReadOnlyMemory<byte> body)
    {
        var boundary = MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType == "multipart/form-data"
            ? type.Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value?.Trim('"') ?? throw Malformed()
            : throw Malformed();
        var delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        var parts = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var position = IndexOf(body, delimiter, 0) + delimiter.Length;
        while (!body.Span[position..].StartsWith("--"u8))
        {
            var headers = position + LineEnd.Length;
            var content = IndexOf(body, HeadersEnd, position) + HeadersEnd.Length;
            var end = IndexOf(body, [.. LineEnd, .. delimiter], content - LineEnd.Length);
            if (TryGetName(Encoding.UTF8.GetString(body.Span[Math.Min(headers, content)..content]), out var name))
            {
                parts[name] = end > content ? body[content..end] : default;
            }

            position = end + LineEnd.Length + delimiter.Length;
        }

        return parts;
    }

    private static bool TryGetName(string headers, [NotNullWhen(true)] out string? name)
    {
        const string Header = "Content-Disposition:";
        string? line = headers.Split("\r\n").FirstOrDefault(line => line.StartsWith(Header, StringComparison.OrdinalIgnoreCase));
        name = line is not null && ContentDispositionHeaderValue.TryParse(line[Header.Length..].Trim(), out var disposition)
            ? disposition.Name?.Trim('"')
            : null;
        return name is not null;
    }

    private static int IndexOf(ReadOnlyMemory<byte> body, ReadOnlySpan<byte> sought, int from)
    {
        var index = body.Span[from..].IndexOf(sought);
        return index < 0 ? throw Malformed() : from + index;
    }

    private static RefusedException Malformed() => RefusedException.BadRequest("The request must be a complete multipart/form-data form.");
}
