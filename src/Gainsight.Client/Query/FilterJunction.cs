using System.Text;

namespace Gainsight.Client;

/// <summary>Several filters joined with <c>AND</c> or with <c>OR</c>.</summary>
internal sealed class FilterJunction : Filter
{
    /// <summary>All sources name conditions by single upper-case letters.</summary>
    public const int MaxConditions = 26;

    private readonly Filter[] _parts;
    private readonly bool _isOr;

    private FilterJunction(Filter[] parts, bool isOr)
    {
        _parts = parts;
        _isOr = isOr;
        Count = parts.Sum(part => part.Count);
    }

    internal override int Count { get; }

    internal override bool HasOr => _isOr || Array.Exists(_parts, part => part.HasOr);

    public static Filter Join(Filter left, Filter right, bool isOr)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var joined = Of(left, right, isOr);
        if (joined.Count > MaxConditions)
        {
            throw new ArgumentException(
                $"A filter holds at most {MaxConditions} conditions, because Gainsight names them by single letters. " +
                "Use In for many values of one field, or read in several queries.",
                nameof(right));
        }

        return joined;
    }

    internal override void Visit(Action<FilterCondition> visitor)
    {
        foreach (var part in _parts)
        {
            part.Visit(visitor);
        }
    }

    internal override Filter Change(Func<FilterCondition, FilterCondition> change) =>
        new FilterJunction(Array.ConvertAll(_parts, part => part.Change(change)), _isOr);

    internal override Filter? Spread()
    {
        if (!Array.Exists(_parts, part => part is FilterJunction))
        {
            return this;
        }

        Filter? spread = null;
        foreach (var part in _parts)
        {
            if (part.Spread() is not { } next)
            {
                return null;
            }

            spread = spread is null ? next : _isOr ? Of(spread, next, isOr: true) : Distribute(spread, next);
            if (spread.Count > MaxConditions)
            {
                return null;
            }
        }

        return spread;
    }

    internal override void Append(StringBuilder expression, ref char alias)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if (i > 0)
            {
                expression.Append(_isOr ? " OR " : " AND ");
            }

            var nested = _parts[i] is FilterJunction;
            expression.Append(nested ? "(" : string.Empty);
            _parts[i].Append(expression, ref alias);
            expression.Append(nested ? ")" : string.Empty);
        }
    }

    /// <summary>Joins each alternative of the left filter to each of the right one with <c>AND</c>.</summary>
    private static FilterJunction Distribute(Filter left, Filter right)
    {
        var alternatives = new List<Filter>();
        foreach (var one in Parts(left, isOr: true))
        {
            foreach (var other in Parts(right, isOr: true))
            {
                alternatives.Add(Of(one, other, isOr: false));
            }
        }

        return alternatives is [FilterJunction only] ? only : new([.. alternatives], isOr: true);
    }

    private static FilterJunction Of(Filter left, Filter right, bool isOr) => new([.. Parts(left, isOr), .. Parts(right, isOr)], isOr);

    private static Filter[] Parts(Filter filter, bool isOr) =>
        filter is FilterJunction junction && junction._isOr == isOr ? junction._parts : [filter];
}
