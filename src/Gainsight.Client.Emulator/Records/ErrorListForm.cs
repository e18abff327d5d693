namespace Gainsight.Client.Emulator;

/// <summary>The nesting of <c>data.errors</c> (sources disagree).</summary>
public enum ErrorListForm
{
    /// <summary>A list of lists of <c>{success,parsedValue,errors}</c>: a recorded fixture.</summary>
    Nested,

    /// <summary>A list of <c>{errors}</c>: what a live connector reads.</summary>
    Flat,
}
