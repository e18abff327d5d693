namespace Gainsight.Client.Emulator;

/// <summary>A response.</summary>
internal sealed class EmulatorResponse
{
    private const string Json = "application/json";

    public required int Status { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public string ContentType { get; init; } = Json;

    /// <summary>The error code in the body, for the request log.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>A body that is written while it is read. <see cref="Body"/> is then empty.</summary>
    public StreamedBody? Streamed { get; init; }

    public IList<KeyValuePair<string, string>> Headers { get; } = [];

    public Cut Cut { get; set; }

    /// <summary>How the body comes in pieces, or null if it comes at once.</summary>
    public (int PieceSize, TimeSpan Delay, TimeProvider Provider)? Drip { get; set; }

    public static EmulatorResponse Broken() => new() { Status = 0, Body = default, Cut = Cut.BeforeAnswer };

    public EmulatorResponse WithBody(ReadOnlyMemory<byte> body) => With(body, null);

    /// <summary>The same response with its JSON in another encoding.</summary>
    public EmulatorResponse Encoded(TextEncodingForm form) => form == TextEncodingForm.Utf8 || Streamed is not null || !ContentType.StartsWith(Json, StringComparison.Ordinal)
        ? this
        : With(TextEncodings.Encode(Body, form), null, TextEncodings.ContentType(ContentType, form));

    /// <summary>The same response with only the first half of its body.</summary>
    public EmulatorResponse Halved() => With(Body[..(Body.Length / 2)], Streamed?.Half);

    /// <summary>The same response without the last characters of its body.</summary>
    public EmulatorResponse Shortened(int characters) => With(Body[..Math.Max(0, Body.Length - characters)], Streamed?.Without(characters));

    /// <summary>Opens the whole body for reading.</summary>
    public Stream Open()
    {
        var stream = Streamed?.Open(broken: false) ?? new MemoryStream(Body.ToArray(), writable: false);
        return Drip is { } drip ? new DripStream(stream, drip.PieceSize, drip.Delay, drip.Provider) : stream;
    }

    private EmulatorResponse With(ReadOnlyMemory<byte> body, StreamedBody? streamed, string? contentType = null)
    {
        var changed = new EmulatorResponse
        {
            Status = Status,
            Body = body,
            Streamed = streamed,
            ContentType = contentType ?? ContentType,
            ErrorCode = ErrorCode,
            Cut = Cut,
        };
        foreach (var header in Headers)
        {
            changed.Headers.Add(header);
        }

        return changed;
    }
}
