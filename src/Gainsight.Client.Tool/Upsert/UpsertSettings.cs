namespace Gainsight.Client.Tool;

/// <summary>What a load is asked to do.</summary>
internal sealed class UpsertSettings
{
    /// <summary>The file as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>The file as a table.</summary>
    public required CsvFile Source { get; init; }

    /// <summary>The object as the user named it.</summary>
    public required string ObjectName { get; init; }

    /// <summary>Which column becomes which field.</summary>
    public required FieldMap Map { get; init; }

    /// <summary>The columns that become no field.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }

    /// <summary>The file for the results.</summary>
    public required string Results { get; init; }

    /// <summary>The file with what was sent, from which a load goes on.</summary>
    public required string Journal { get; init; }

    public bool IsDryRun { get; init; }

    public bool Resumes { get; init; }

    /// <summary>Whether the user has agreed to the write on the command line.</summary>
    public bool Agreed { get; init; }
}
