namespace Gainsight.Client.Emulator;

/// <summary>A response body that is written line by line while it is read, so it may be larger than memory.</summary>
/// <param name="Count">The number of lines.</param>
/// <param name="Lines">The lines, each with its line end.</param>
internal sealed record StreamedBody(int Count, IEnumerable<string> Lines)
{
    public TextEncodingForm Encoding { get; init; }

    /// <summary>Half of the lines, for a response that ends too early.</summary>
    public StreamedBody Half => this with { Count = Count / 2, Lines = Lines.Take(Count / 2) };

    /// <summary>All lines except the last characters, for a response that ends in the middle of a value.</summary>
    public StreamedBody Without(int characters) => this with { Lines = Shorten(Lines, characters) };

    /// <summary>Opens the body for reading.</summary>
    /// <param name="broken">Whether reading fails at the end, like a connection that closes.</param>
    public Stream Open(bool broken) => new LineStream(Lines, broken, TextEncodings.Of(Encoding));

    private static IEnumerable<string> Shorten(IEnumerable<string> lines, int characters)
    {
        // Lines are held back until the lines after them have more characters than are missing.
        var held = new Queue<string>();
        var length = 0;
        foreach (var line in lines)
        {
            held.Enqueue(line);
            length += line.Length;
            while (length - held.Peek().Length >= characters)
            {
                length -= held.Peek().Length;
                yield return held.Dequeue();
            }
        }

        yield return string.Concat(held)[..Math.Max(0, length - characters)];
    }
}
