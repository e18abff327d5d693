namespace Gainsight.Client.Mutation;

/// <summary>A change of the code that dotnet-stryker made, and what the tests said of it. A static one is made once in a process, where a static value is made.</summary>
internal sealed record Change(int Id, string File, int Line, string Kind, string Replacement, bool IsStatic)
{
    public Verdict Verdict { get; set; } = Verdict.NotCovered;

    /// <summary>The test that failed or hung.</summary>
    public string? By { get; set; }

    /// <summary>Whether the test hung again when it ran alone, with more time.</summary>
    public bool IsConfirmed { get; set; }
}
