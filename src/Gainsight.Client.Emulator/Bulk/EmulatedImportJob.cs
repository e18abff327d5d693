namespace Gainsight.Client.Emulator;

/// <summary>A bulk import as an administrator configures it: there is no API for that. Hand it to <see cref="GainsightEmulator.AddImportJob"/>.</summary>
public sealed class EmulatedImportJob
{
    /// <summary>The id that uploads name in their part <c>jobId</c>; one is made up if left out.</summary>
    public string? JobId { get; init; }

    /// <summary>The object that is written: Company, relationship, relationship_type or a custom object, never users or people (official).</summary>
    public required string Object { get; init; }

    /// <summary>What is done with the rows.</summary>
    public ImportOperation Operation { get; init; }

    /// <summary>The fields that records are found by; needed for updates and upserts.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Column of the file and field of the object; if empty, columns have the names of fields. Other columns are ignored.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
}
