namespace Gainsight.Client;

/// <summary>A row of an object, by the names of the application.</summary>
public sealed record ObjectRow
{
    /// <summary>The row's GSID, or the value of <see cref="ObjectSettings.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The texts of the row, as <see cref="GainsightRecord.GetTexts"/> has them. A field without a value has no entry.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>The GSID of the row's company. Null unless <see cref="ObjectRows.FindCompaniesAsync"/> found it.</summary>
    public string? Company { get; init; }

    /// <summary>Returns the key, and no other values.</summary>
    /// <returns>The key.</returns>
    public override string ToString() => Key;
}
