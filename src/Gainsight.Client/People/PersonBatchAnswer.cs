using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The state of a batch of people and its results. Third parties describe what the answer contains, but no source has the names of its members.</summary>
internal sealed class PersonBatchAnswer
{
    private const string NoMessage = "Gainsight refused the person and gave no reason.";

    private PersonBatchAnswer()
    {
    }

    /// <summary>The id of the job.</summary>
    public string? JobId { get; private init; }

    /// <summary>The state of the job, in capitals without separators: <c>INIT</c>, <c>INPROGRESS</c>, <c>COMPLETED</c>; an open set.</summary>
    public string? State { get; private init; }

    /// <summary>The number of people that Gainsight counts. It is unknown whether refused people are included.</summary>
    public int? Count { get; private init; }

    /// <summary>The number of people that Gainsight counts as refused, or null when the answer has none.</summary>
    public int? FailureCount { get; private init; }

    public IReadOnlyList<PersonBatchError> Errors { get; private init; } = [];

    /// <summary>The people that were written: the e-mail address, and the GSID if the answer has it.</summary>
    public IReadOnlyDictionary<string, string?> People { get; private init; } = new Dictionary<string, string?>();

    public bool IsCompleted => JobState.IsCompleted(State) || (State is null && HasEnded);

    /// <summary>Whether the job has ended. An answer without a state that has results and names no job is from a job that has ended.</summary>
    public bool HasEnded => State is null
        ? JobId is null && HasResults
        : JobState.HasEnded(State);

    /// <summary>Whether the answer says what became of people. An acceptance can have a word for success and say nothing of them.</summary>
    public bool HasResults => Count is not null || FailureCount > 0 || Errors.Count > 0 || People.Count > 0;

    /// <summary>Reads <c>data</c>.</summary>
    public static PersonBatchAnswer Read(ReadOnlyMemory<byte> data)
    {
        if (data.IsEmpty)
        {
            return new();
        }

        using var document = AnswerJson.Parse(data);
        var root = document.RootElement;
        if (root.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        {
            return new() { JobId = JobState.Id(LenientJson.TextOf(root)) };
        }

        // Results may be one level deeper than the state.
        var body = LenientJson.Find(root, "result", "results", "response", "output") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        var count = LenientJson.FindText(body, "count", "totalcount", "successcount");
        var failures = LenientJson.FindText(body, "failurecount", "failedcount");
        return new()
        {
            JobId = JobState.Id(LenientJson.FindText(root, "statusid", "jobid", "asyncid", "id")),
            State = JobState.Of(LenientJson.FindText(root, "status", "state", "jobstatus") ?? LenientJson.FindText(body, "status", "state", "jobstatus")),
            Count = Number(count),
            FailureCount = Number(failures),
            Errors = ReadErrors(body),
            People = ReadPeople(body),
        };
    }

    private static List<PersonBatchError> ReadErrors(JsonElement body)
    {
        var errors = new List<PersonBatchError>();
        if (LenientJson.Find(body, "errordetails", "errors", "errordetail", "error", "failures") is { } found)
        {
            Collect(found, row: null, email: null, errors);
        }

        return errors;
    }

    private static void Collect(JsonElement element, int? row, string? email, List<PersonBatchError> errors)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, row, email, errors);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            row = Number(LenientJson.FindText(element, "rownumber", "rownum", "row", "rowindex", "index", "recordnumber")) ?? row;
            email = LenientJson.FindText(element, "email") ?? email;
            if (LenientJson.Find(element, "errors", "errordetails", "fields") is { ValueKind: JsonValueKind.Array or JsonValueKind.Object } nested)
            {
                Collect(nested, row, email, errors);
            }
            else
            {
                errors.Add(new(row, email, Leaf(element)));
            }
        }
    }

    private static RecordError Leaf(JsonElement leaf) => new(
        LenientJson.FindText(leaf, "errorcode", "errorcodes", "code", "codes"),
        LenientJson.FindText(leaf, "errormessage", "errormessages", "message", "messages", "errordesc") ?? NoMessage,
        LenientJson.FindText(leaf, "fieldname", "fieldnames", "field", "fields"),
        LenientJson.FindText(leaf, "invalidvalue", "invalidvalues", "fieldvalue", "value", "values"));

    private static Dictionary<string, string?> ReadPeople(JsonElement body)
    {
        var people = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (LenientJson.Find(body, "people", "persons", "records") is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var person in list.EnumerateArray())
            {
                if ((person.ValueKind == JsonValueKind.String ? AnswerJson.Text(person) : LenientJson.FindText(person, "email")) is { } email)
                {
                    people[email] = person.ValueKind == JsonValueKind.Object ? PersonAnswer.GsidOf(person) : null;
                }
            }
        }

        return people;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
