namespace Gainsight.Client.Emulator;

/// <summary>What a bulk import does with the rows of its file.</summary>
public enum ImportOperation
{
    /// <summary>Inserts every row.</summary>
    Insert,

    /// <summary>Updates the records that have the keys of a row. Other rows fail.</summary>
    Update,

    /// <summary>Updates the records that have the keys of a row, and inserts the other rows.</summary>
    Upsert,
}
