namespace Gainsight.Client.Emulator;

/// <summary>What a bulk import does with the rows of its file.</summary>
public enum ImportOperation
{
    /// <summary>Every row becomes a record.</summary>
    Insert,

    /// <summary>Rows change the records that have their keys; others fail.</summary>
    Update,

    /// <summary>Rows change the records that have their keys; others become records.</summary>
    Upsert,
}
