namespace Gainsight.Client;

/// <summary>A record made from a row of a source, and what could not be mapped.</summary>
/// <typeparam name="T">The record type.</typeparam>
public sealed class MappedRecord<T>
    where T : GainsightRecord
{
    /// <summary>Creates a result, for tests of code that uses it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="problems">What could not be mapped.</param>
    public MappedRecord(T record, IReadOnlyList<MappingProblem>? problems = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        Record = record;
        Problems = problems ?? [];
    }

    /// <summary>The record. It lacks the fields that <see cref="Problems"/> names.</summary>
    public T Record { get; }

    /// <summary>Every problem of the row, in the order of its values. Empty when there is none.</summary>
    public IReadOnlyList<MappingProblem> Problems { get; }

    /// <summary>Whether every value became a field.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>An error for every problem.</summary>
    internal IReadOnlyList<RecordError> Errors => [.. Problems.Select(problem => new RecordError(
        problem is { Field: null, Source.Length: > 0 } ? RecordErrorCodes.UnknownField : RecordErrorCodes.InvalidValue, $"{problem}", problem.Field ?? problem.Source, problem.Value))];

    /// <summary>
    /// The record for a write or a preview, whatever its problems: a record with problems carries them, and every write and preview fails it with an error for
    /// each, without sending it. So a stream of mapped rows has one outcome for each row.
    /// </summary>
    /// <returns>The record. If it has problems, it is refused from now on.</returns>
    public T ForWriting()
    {
        if (!IsValid)
        {
            Record.Refusal = Errors;
        }

        return Record;
    }
}
