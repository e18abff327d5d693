namespace Gainsight.Client.Emulator;

/// <summary>The precedence of <c>AND</c> and <c>OR</c> without parentheses (not documented).</summary>
public enum ExpressionPrecedence
{
    /// <summary>As in SQL: <c>AND</c> before <c>OR</c>.</summary>
    AndBindsTighter,

    /// <summary>From left to right.</summary>
    LeftToRight,
}
