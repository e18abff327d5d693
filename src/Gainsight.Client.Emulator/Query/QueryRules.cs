namespace Gainsight.Client.Emulator;

/// <summary>What differs between the services that take queries.</summary>
/// <param name="MaxRows">The rows of one answer, and their number when the query names none.</param>
/// <param name="RefusesMore">Whether a query for more is refused whatever the switches say.</param>
/// <param name="ByPage">Whether pages are named by <c>page</c>, from 0, instead of <c>offset</c>.</param>
/// <param name="NeedsExpression">Whether <c>where</c> must have an expression, and conditions an alias.</param>
internal sealed record QueryRules(int MaxRows, bool RefusesMore = false, bool ByPage = false, bool NeedsExpression = true);
