namespace Gainsight.Client.Tool.Doctor;

/// <summary>The facts that a trial settles. The first one writes the companies of the others.</summary>
internal static class TrialFacts
{
    /// <summary>The name of the row that good updates change.</summary>
    public const string Good = "A";

    /// <summary>The name of the row whose accented letter is spelled in another way.</summary>
    public const string Accent = "C é";

    /// <summary>The name of the row that ends with spaces.</summary>
    public const string Spaces = "D";

    /// <summary>The name of the row that is deleted.</summary>
    public const string Deleted = "F";

    /// <summary>Creates the facts.</summary>
    /// <param name="trial">The trial.</param>
    /// <returns>The facts.</returns>
    public static IReadOnlyList<Fact> Create(Trial trial) =>
    [
        new InsertAnswerFact(trial),
        new VisibilityFact(trial),
        new StoredSpacesFact(trial),
        new UpdateKeyFact(trial, "small and capital letters", Good, static name => name.ToUpperInvariant()),
        new UpdateKeyFact(trial, "spaces at both ends", Good, static name => $" {name} "),
        new UpdateKeyFact(trial, "composed and decomposed letters", Accent, static name => name.Replace("é", "e\u0301", StringComparison.Ordinal)),
        new NoMatchFact(trial),
        new PartialMatchFact(trial),
        new BadRowFact(trial),
        new ErrorNestingFact(trial),
        new UpdateAnswerFact(trial),
        new MultiMatchFact(trial),
        new DeleteAgainFact(trial),
    ];
}
