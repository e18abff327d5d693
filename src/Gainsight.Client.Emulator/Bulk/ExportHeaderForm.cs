namespace Gainsight.Client.Emulator;

/// <summary>The names in the first line of an export (not documented).</summary>
public enum ExportHeaderForm
{
    /// <summary>The paths as they were selected.</summary>
    Paths,

    /// <summary>The labels of the fields; over a lookup, its label and that of the field.</summary>
    Labels,
}
