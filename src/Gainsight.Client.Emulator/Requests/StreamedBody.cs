namespace Gainsight.Client.Emulator;

/// <summary>A response body that is written line by line while it is read, so it may be larger than memory.</summary>
/// <param name="Count">The number of lines.</param>
/// <param name="Lines">The lines, each with its line end.</param>
internal sealed record StreamedBody(int Count, IEnumerable<string> Lines)
{
    /// <summary>Half of the lines, for a response that ends too early.</summary>
    public StreamedBody Half => new(Count / 2, Lines.Take(Count / 2));

    /// <summary>Opens the body for reading.</summary>
    /// <param name="broken">Whether reading fails at the end, like a connection that closes.</param>
    public Stream Open(bool broken) => new LineStream(Lines, broken);
}
