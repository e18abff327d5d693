namespace Gainsight.Client.Emulator;

/// <summary>A response.</summary>
internal sealed class EmulatorResponse
{
    public required int Status { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>The error code in the body, for the request log.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>A body that is written while it is read. <see cref="Body"/> is then empty.</summary>
    public StreamedBody? Streamed { get; init; }

    public IList<KeyValuePair<string, string>> Headers { get; } = [];

    public Cut Cut { get; set; }

    public static EmulatorResponse Broken() => new() { Status = 0, Body = default, Cut = Cut.BeforeAnswer };

    public EmulatorResponse WithBody(ReadOnlyMemory<byte> body) => With(body, null);

    /// <summary>The same response with only the first half of its body.</summary>
    public EmulatorResponse Halved() => With(Body[..(Body.Length / 2)], Streamed?.Half);

    private EmulatorResponse With(ReadOnlyMemory<byte> body, StreamedBody? streamed)
    {
        var changed = new EmulatorResponse
        {
            Status = Status,
            Body = body,
            Streamed = streamed,
            ContentType = ContentType,
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
