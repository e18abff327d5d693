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
            row.Outcome ??= new(row.Index, row.Record, status, row.Gsid, Told(row.Record as GainsightRecord, errors), requestId);
        }
    }

    /// <summary>Says which lookup found no row. Gainsight's text names neither the lookup nor the object.</summary>
    private static IReadOnlyList<RecordError> Told(GainsightRecord? record, IReadOnlyList<RecordError> errors)
    {
        if (record is not { Lookups.Count: > 0 } || errors.All(static error => error.Code != ErrorCodes.NoMatch))
        {
            return errors;
        }

        return
        [
            .. errors.Select(error => error is { Code: ErrorCodes.NoMatch, Field: { } name } && record.Lookups.FirstOrDefault(each => each.Field.IsNamed(name)) is { Field: var field }
                ? new RecordError(error.Code, $"No row of {field.TargetObject} matches the lookup of {field}. Create the row first, or correct the value.", name, error.InvalidValue)
                : error),
        ];
    }

    /// <summary>The errors of a row whose call failed.</summary>
    public static IReadOnlyList<RecordError> ErrorsOf(GainsightException failure) =>
        failure is GainsightApiException api
            ? ErrorsOf(api.ToRefusal(), RecordErrorCodes.TransportFailure)
            : [new(RecordErrorCodes.TransportFailure, failure.Message)];

    /// <summary>The errors of a row whose call was refused.</summary>
    public static IReadOnlyList<RecordError> ErrorsOf(ApiRefusal refusal) => ErrorsOf(refusal, RecordErrorCodes.CallRefused);

    /// <summary>The error of a row with a value that cannot be sent, such as an invalid date.</summary>
    public static RecordError Unwritable(Exception exception) => new(
        RecordErrorCodes.InvalidValue,
        exception is ArgumentException or GainsightProtocolException
            ? exception.Message
            : $"The row could not be read ({exception.GetType().Name}). Do not change a record while it is being written.",
        (exception as GainsightProtocolException)?.Field,
        (exception as GainsightProtocolException)?.InvalidValue);

    /// <summary>The error of a row to update that is not in the tenant.</summary>
    public static RecordError Unmatched(Field key) =>
        new(ErrorCodes.NoMatch, "No row of the tenant has the values of the record's identifier keys.", key.Name);

    /// <summary>Gainsight's own errors where it gave some, otherwise one error with its code or, if it has none, ours.</summary>
    private static IReadOnlyList<RecordError> ErrorsOf(ApiRefusal refusal, string code) =>
        refusal.Errors.Count > 0
            ? refusal.Errors
            : [new(refusal.Code ?? code, refusal.Description ?? refusal.Message, RecordErrorReader.FieldIn(refusal.Description))];
}
