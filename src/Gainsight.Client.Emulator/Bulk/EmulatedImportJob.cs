namespace Gainsight.Client.Emulator;

/// <summary>A bulk import, as an administrator configures it: no API does that. Pass it to <see cref="GainsightEmulator.AddImportJob"/>.</summary>
public sealed class EmulatedImportJob
{
    /// <summary>The id that uploads name in their part <c>jobId</c>. Default: a new id.</summary>
    public string? JobId { get; init; }

    /// <summary>
    /// The object to write: Company, relationship, relationship_type or a custom object. Users and people cannot be imported (official).
    /// </summary>
    public required string Object { get; init; }

    /// <summary>What the import does with each row.</summary>
    public ImportOperation Operation { get; init; }

    /// <summary>The fields by which rows find records. Required for updates and upserts.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The field of each column of the file. If empty, columns are named like fields. Other columns are ignored.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
}
