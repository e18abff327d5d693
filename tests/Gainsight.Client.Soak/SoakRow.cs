namespace Gainsight.Client.Soak;

/// <summary>A row of a step: its key, the value that the step writes, and what the client told about it.</summary>
internal sealed class SoakRow
{
    public required string Key { get; init; }

    /// <summary>The value to write. It names the step, so it is new in each step.</summary>
    public required string Value { get; init; }

    /// <summary>Whether the row has a value that the tenant, or the firewall in front of it, refuses.</summary>
    public bool IsBad { get; init; }

    /// <summary>The GSID of the row to delete.</summary>
    public string? Gsid { get; set; }

    /// <summary>What the client told, or null when it told nothing.</summary>
    public RowStatus? Told { get; set; }

    /// <summary>The code of the row's first error.</summary>
    public string? Code { get; set; }
}
