namespace Gainsight.Client.Emulator;

/// <summary>The tree of <c>where.expression</c>: an alias, or two expressions joined by AND or OR.</summary>
internal abstract record Expression
{
    public sealed record Term(string Alias) : Expression;

    public sealed record And(Expression Left, Expression Right) : Expression;

    public sealed record Or(Expression Left, Expression Right) : Expression;

    /// <summary>The aliases that every matching row must satisfy. A keyset page uses them to find its first row.</summary>
    public IEnumerable<string> Mandatory() => this switch
    {
        Term term => [term.Alias],
        And and => and.Left.Mandatory().Concat(and.Right.Mandatory()),
        _ => [],
    };

    public Func<EmulatedRow, bool> Compile(Func<string, Func<EmulatedRow, bool>> condition)
    {
        switch (this)
        {
            case And and:
                Func<EmulatedRow, bool> left = and.Left.Compile(condition), right = and.Right.Compile(condition);
                return row => left(row) && right(row);
            case Or or:
                Func<EmulatedRow, bool> one = or.Left.Compile(condition), other = or.Right.Compile(condition);
                return row => one(row) || other(row);
            default:
                return condition(((Term)this).Alias);
        }
    }
}
