namespace Gainsight.Client.Emulator;

/// <summary>The nesting of <c>data.errors</c> (sources differ).</summary>
public enum ErrorListForm
{
    /// <summary>A list of lists of <c>{success,parsedValue,errors}</c> (recorded fixture).</summary>
    Nested,

    /// <summary>A list of <c>{errors}</c> (live connector).</summary>
    Flat,
}
