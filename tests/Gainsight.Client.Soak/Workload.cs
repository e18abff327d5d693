namespace Gainsight.Client.Soak;

/// <summary>A kind of record to write, and where the tenant keeps it.</summary>
internal abstract class Workload(string name, string objectName, string keyField, string valueField)
{
    public string Name => name;

    /// <summary>The object of the emulator that has the rows.</summary>
    public string ObjectName => objectName;

    /// <summary>The field of the emulator that has the key.</summary>
    public string KeyField => keyField;

    /// <summary>The field of the emulator that has the value.</summary>
    public string ValueField => valueField;

    /// <summary>What can be done with the records.</summary>
    public required IReadOnlyList<WriteKind> Kinds { get; init; }

    /// <summary>Whether a row can have a value that is refused.</summary>
    public bool HasBadRows { get; init; }

    /// <summary>The field of the emulator that has the time of the last write.</summary>
    public string DateField { get; init; } = "ModifiedDate";

    /// <summary>Whether the client has a key to ask by after a lost answer.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>What every key ends with.</summary>
    public string KeyEnd { get; init; } = "";

    /// <summary>The most rows of a step.</summary>
    public int MaxRows { get; init; } = 120;

    /// <summary>Writes the rows as a list, and notes what the client told.</summary>
    public abstract Task WriteListAsync(GainsightClient gainsight, WriteKind kind, IReadOnlyList<SoakRow> rows, CancellationToken cancellationToken);

    /// <summary>Writes the rows as a stream, notes what the client told, and leaves the stream after a number of outcomes. Returns whether it was left.</summary>
    public abstract Task<bool> WriteStreamAsync(GainsightClient gainsight, WriteKind kind, IReadOnlyList<SoakRow> rows, int leaveAfter, CancellationToken cancellationToken);
}
