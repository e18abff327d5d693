namespace Gainsight.Client.Emulator;

/// <summary>The differences between the APIs that take queries.</summary>
/// <param name="MaxRows">The maximum number of rows, and the limit of a query that names none.</param>
/// <param name="RefusesMore">Whether a query for more rows is refused whatever the switches say.</param>
/// <param name="ByPage">Whether the query names a <c>page</c>, from 0, instead of an <c>offset</c>.</param>
/// <param name="NeedsExpression">Whether <c>where</c> must have an expression, and each condition an alias.</param>
/// <param name="Pages">Whether the rows are a page, of which the switches set the size. An export is not a page.</param>
internal sealed record QueryRules(int MaxRows, bool RefusesMore = false, bool ByPage = false, bool NeedsExpression = true, bool Pages = true);
