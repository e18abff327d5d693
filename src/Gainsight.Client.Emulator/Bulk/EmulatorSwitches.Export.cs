namespace Gainsight.Client.Emulator;

/// <content>What the files of bulk exports look like. Only "CSV" is documented.</content>
public sealed partial class EmulatorSwitches
{
    /// <summary>The names in the first line of each chunk. Default: <see cref="ExportHeaderForm.Paths"/>.</summary>
    public ExportHeaderForm ExportHeader { get; set; }

    /// <summary>The text between two values of a line. Default: a comma.</summary>
    public string ExportSeparator { get; set; } = ",";

    /// <summary>The path of a selected field that exports leave out, header and values, or <see langword="null"/>. Default: <see langword="null"/>.</summary>
    public string? ExportOmitsField { get; set; }

    /// <summary>Whether the list of chunks is in a random order. Default: <see langword="false"/>.</summary>
    public bool ExportChunksAreShuffled { get; set; }

    /// <summary>Whether an export has one more chunk, without rows. Default: <see cref="EmptyChunkForm.None"/>.</summary>
    public EmptyChunkForm EmptyExportChunk { get; set; }

    /// <summary>The encoding of each chunk. Default: <see cref="TextEncodingForm.Utf8"/>.</summary>
    public TextEncodingForm ExportEncoding { get; set; }
}
