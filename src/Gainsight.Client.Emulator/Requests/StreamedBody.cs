namespace Gainsight.Client.Emulator;

/// <summary>The body of an answer that is made while it is read, line by line, so that it may be larger than memory.</summary>
/// <param name="Count">How many lines there are.</param>
/// <param name="Lines">Makes them, each with its end.</param>
internal sealed record StreamedBody(int Count, IEnumerable<string> Lines)
{
    /// <summary>Half of the lines, for an answer that ends too early.</summary>
    public StreamedBody Half => new(Count / 2, Lines.Take(Count / 2));

    /// <summary>Opens the body for reading.</summary>
    /// <param name="broken">Whether reading fails at the end, as over a connection that is closed.</param>
    public Stream Open(bool broken) => new LineStream(Lines, broken);
}
