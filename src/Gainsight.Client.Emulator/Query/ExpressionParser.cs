namespace Gainsight.Client.Emulator;

/// <summary>Parses <c>A AND (B OR C)</c>. Operators must be upper case, as in every source.</summary>
internal sealed class ExpressionParser
{
    private readonly List<string> _tokens;
    private readonly EmulatorSwitches _switches;
    private int _next;

    private ExpressionParser(List<string> tokens, EmulatorSwitches switches)
    {
        _tokens = tokens;
        _switches = switches;
    }

    public static Expression Parse(string text, EmulatorSwitches switches)
    {
        var tokens = Split(text);
        if (tokens.Contains("(") || tokens.Contains(")"))
        {
            switch (switches.Parentheses)
            {
                case OperatorSupport.Refused:
                    throw Invalid();
                case OperatorSupport.Ignored:
                    _ = tokens.RemoveAll(token => token is "(" or ")");
                    break;
            }
        }

        var parser = new ExpressionParser(tokens, switches);
        var expression = parser.ParseSequence();
        return parser._next == tokens.Count ? expression : throw Invalid();
    }

    private static List<string> Split(string text) =>
        [.. text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static RefusedException Invalid() => RefusedException.BadRequest("The expression is not valid.");

    private Expression ParseSequence()
    {
        var leftToRight = _switches.ExpressionPrecedence == ExpressionPrecedence.LeftToRight;
        var left = leftToRight ? ParseTerm() : ParseAnd();
        while (true)
        {
            if (Take("OR"))
            {
                left = new Expression.Or(left, leftToRight ? ParseTerm() : ParseAnd());
            }
            else if (leftToRight && Take("AND"))
            {
                left = new Expression.And(left, ParseTerm());
            }
            else
            {
                return left;
            }
        }
    }

    private Expression ParseAnd()
    {
        var left = ParseTerm();
        while (Take("AND"))
        {
            left = new Expression.And(left, ParseTerm());
        }

        return left;
    }

    private Expression ParseTerm()
    {
        if (Take("("))
        {
            var inner = ParseSequence();
            return Take(")") ? inner : throw Invalid();
        }

        var alias = _next < _tokens.Count ? _tokens[_next++] : throw Invalid();
        return alias is "AND" or "OR" or ")" ? throw Invalid() : new Expression.Term(alias);
    }

    private bool Take(string token)
    {
        var found = _next < _tokens.Count && _tokens[_next] == token;
        _next += found ? 1 : 0;
        return found;
    }
}
