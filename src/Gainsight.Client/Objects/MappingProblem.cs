namespace Gainsight.Client;

/// <summary>Why a value of a source did not become a field.</summary>
public sealed class MappingProblem
{
    /// <summary>Creates a problem.</summary>
    /// <param name="source">The name in the source. Empty when the row as a whole is wrong.</param>
    /// <param name="field">The API name of the field, or null when the map has none for the name.</param>
    /// <param name="value">The value as text, or null.</param>
    /// <param name="expected">What was expected, such as <c>a number with a decimal point, such as 1250.5</c>.</param>
    public MappingProblem(string source, string? field, string? value, string expected)
    {
        Source = source;
        Field = field;
        Value = value;
        Expected = expected;
    }

    /// <summary>The name in the source. Empty when the row as a whole is wrong.</summary>
    public string Source { get; }

    /// <summary>The API name of the field, or null when the map has none for the name.</summary>
    public string? Field { get; }

    /// <summary>The value as text, or null. It is data of a row: do not log it without a check.</summary>
    public string? Value { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }

    /// <summary>The names and what was expected, without the value.</summary>
    /// <returns>For example <c>seats (Seats__gc): expected a number with a decimal point, such as 1250.5</c>.</returns>
    public override string ToString() =>
        Field is not null ? $"{Source} ({Field}): expected {Expected}"
        : Source.Length > 0 ? $"{Source}: expected {Expected}"
        : $"Expected {Expected}";
}
