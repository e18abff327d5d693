namespace Gainsight.Client.Tool.Doctor;

/// <summary>What the tenant shows of a fact. All texts are the tool's own: none quotes the tenant.</summary>
/// <param name="State">What became of the fact.</param>
/// <param name="Found">What the tenant does, or why the fact is open.</param>
/// <param name="Meaning">What it means for an application, or an empty text.</param>
internal sealed record Finding(FindingState State, string Found, string Meaning = "")
{
    /// <summary>How sure the finding is.</summary>
    public string Confidence { get; init; } = "seen";

    /// <summary>Whether the fact is open only for want of rows.</summary>
    public bool IsNeed { get; init; }

    /// <summary>Settings of the library that fit the tenant, by their path.</summary>
    public IReadOnlyList<(string Path, string Value)> Settings { get; init; } = [];

    /// <summary>The tenant does what the library expects.</summary>
    /// <param name="found">What the tenant does.</param>
    /// <param name="meaning">What it means.</param>
    /// <returns>The finding.</returns>
    public static Finding Expected(string found, string meaning = "") => new(FindingState.AsExpected, found, meaning);

    /// <summary>The tenant shows one of the possible answers.</summary>
    /// <param name="found">What the tenant does.</param>
    /// <param name="meaning">What it means.</param>
    /// <returns>The finding.</returns>
    public static Finding Learned(string found, string meaning = "") => new(FindingState.Learned, found, meaning);

    /// <summary>The tenant does something else than the library expects.</summary>
    /// <param name="found">What the tenant does.</param>
    /// <param name="meaning">What it means.</param>
    /// <param name="settings">Settings that fit.</param>
    /// <returns>The finding.</returns>
    public static Finding Differs(string found, string meaning, params (string Path, string Value)[] settings) => new(FindingState.Differs, found, meaning) { Settings = settings };

    /// <summary>The fact could not be settled.</summary>
    /// <param name="why">The reason.</param>
    /// <returns>The finding.</returns>
    public static Finding Open(string why) => new(FindingState.Open, why) { Confidence = "open" };

    /// <summary>The fact needs rows that the tenant does not have.</summary>
    /// <param name="what">The rows, such as <c>two companies</c>.</param>
    /// <returns>The finding.</returns>
    public static Finding Needs(string what) => Open($"needs {what}") with { IsNeed = true };

    /// <summary>A call was refused that the fact needs.</summary>
    /// <param name="answer">The refusal.</param>
    /// <returns>The finding.</returns>
    public static Finding Refused(Answer answer) => Open($"the call was refused ({answer.CodeText})");
}
