namespace Gainsight.Client.Tool;

/// <summary>How rows are written.</summary>
internal enum RowFormat
{
    /// <summary>A table for people, with the first 1,000 rows at most.</summary>
    Table,

    /// <summary>Comma-separated values in UTF-8, with a header.</summary>
    Csv,

    /// <summary>One JSON object on each line.</summary>
    Jsonl,
}
