namespace Gainsight.Client.Mutation;

/// <summary>What the tests said of a change.</summary>
internal enum Verdict
{
    /// <summary>No test runs the code.</summary>
    NotCovered,

    /// <summary>No test noticed it.</summary>
    Survived,

    /// <summary>A test hung, or its process ended.</summary>
    TimedOut,

    /// <summary>A test failed.</summary>
    Killed,
}
