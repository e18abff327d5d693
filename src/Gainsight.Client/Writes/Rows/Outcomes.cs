namespace Gainsight.Client;

/// <summary>Gives rows their outcomes.</summary>
internal static class Outcomes
{
    /// <summary>Gives an outcome to each of the rows that has none.</summary>
    public static void Settle<T>(
        IEnumerable<WriteRow<T>> rows, RowStatus status, string? requestId, params IReadOnlyList<RecordError> errors)
    {
        foreach (var row in rows)
        {
            row.Outcome ??= new(row.Index, row.Record, status, row.Gsid, errors, requestId);
        }
    }

    /// <summary>The errors of a failure as they concern a row: Gainsight's own where it gave some, else its code or ours.</summary>
    public static IReadOnlyList<RecordError> ErrorsOf(GainsightException failure, string code) => failure switch
    {
        GainsightApiException { Errors.Count: > 0 } api => api.Errors,
        GainsightApiException api => [new(api.ErrorCode ?? code, api.ErrorDescription ?? api.Message, RecordErrorReader.FieldIn(api.ErrorDescription))],
        _ => [new(code, failure.Message)],
    };

    /// <summary>The error of a row that holds a value of which no call can be made, such as a date that is none.</summary>
    public static RecordError Unwritable(Exception exception) =>
        new(RecordErrorCodes.InvalidValue, exception.Message, (exception as GainsightProtocolException)?.Field);

    /// <summary>The error of a row to update that is not in the tenant.</summary>
    public static RecordError Unmatched(Field key) =>
        new(ErrorCodes.NoMatch, "No row of the tenant carries the values of the record's identifier keys.", key.Name);

    public static string? RequestIdOf(GainsightException failure) => (failure as GainsightApiException)?.RequestId;
}
