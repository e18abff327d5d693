namespace Gainsight.Client.Emulator;

/// <summary>How <c>AND</c> and <c>OR</c> bind without parentheses (not documented).</summary>
public enum ExpressionPrecedence
{
    /// <summary>As in SQL.</summary>
    AndBindsTighter,

    /// <summary>One after the other.</summary>
    LeftToRight,
}
