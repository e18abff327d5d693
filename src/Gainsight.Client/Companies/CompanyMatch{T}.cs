namespace Gainsight.Client;

/// <summary>A row of the application, and the company that it belongs to.</summary>
/// <typeparam name="TRow">The type of the row.</typeparam>
public sealed record CompanyMatch<TRow>
{
    /// <summary>The row.</summary>
    public required TRow Row { get; init; }

    /// <summary>The GSID of the company. Null when no company, or more than one, has the row's value.</summary>
    public string? Gsid { get; init; }

    /// <summary>How many companies have the row's value: 0 when none has, or the row has none. 1 for a row that names its company by GSID.</summary>
    public required int Candidates { get; init; }

    /// <summary>Returns the GSID and the number of candidates, without values of the row.</summary>
    /// <returns>For example <c>1P02… (1)</c>.</returns>
    public override string ToString() => $"{Gsid ?? "no company"} ({Candidates})";
}
