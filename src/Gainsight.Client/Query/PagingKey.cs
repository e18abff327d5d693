using System.Globalization;

namespace Gainsight.Client;

/// <summary>The unique field by which the pages of an object follow each other: a GSID, or a number where there is no GSID, as in scorecards and usage.</summary>
internal sealed class PagingKey
{
    private readonly Field<decimal>? _number;
    private readonly Field<string>? _text;

    private PagingKey(Field<string>? text, Field<decimal>? number) => (_text, _number) = (text, number);

    public Field Field => (Field?)_text ?? _number!;

    public static PagingKey Of(Field<string> field) => new(field, null);

    public static PagingKey Of(Field<decimal> field) => new(null, field);

    /// <summary>The row's key as text, or null when it has none.</summary>
    public string? ValueOf(GainsightRecord row) =>
        _text is not null ? row.Get(_text) : row.Get(_number!)?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a value comes after the last one, or is the first.</summary>
    public bool IsAfter(string value, string? last) =>
        last is null || (_text is not null ? string.CompareOrdinal(value, last) > 0 : Number(value) > Number(last));

    /// <summary>The condition for the rows after a value.</summary>
    public Filter After(string last) => _text is not null ? _text.GreaterThan(last) : _number!.GreaterThan(Number(last));

    /// <summary>The condition for the row with a value.</summary>
    public Filter Is(string value) => Compare(Operator.EqualTo, value);

    /// <summary>The condition for all rows but the one with a value.</summary>
    public Filter Except(string value) => Compare(Operator.NotEqualTo, value);

    /// <summary>Reads the rows with some keys. Those that are not returned do not exist.</summary>
    public Task<IReadOnlyList<T>> ReadManyAsync<T>(ClientContext context, QueryPlan plan, IEnumerable<string> values, CancellationToken cancellationToken)
        where T : GainsightRecord, new() => _text is not null
        ? new ManyReader<T, string>(context, plan, _text, [.. values]) { ProvesAbsenceBy = this }.ReadAsync(cancellationToken)
        : new ManyReader<T, decimal>(context, plan, _number!, [.. values.Select(Number)]) { ProvesAbsenceBy = this }.ReadAsync(cancellationToken);

    private Filter Compare(Operator @operator, string value) =>
        _text is not null ? _text.Compare(@operator, value) : _number!.Compare(@operator, Number(value));

    private static decimal Number(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
