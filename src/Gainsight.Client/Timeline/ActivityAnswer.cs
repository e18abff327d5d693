using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads the answer of a Timeline call or job: the result of each activity, by id.</summary>
/// <remarks>
/// The form of a single save is known only through third parties: <c>success</c> and <c>failures</c> are objects of arrays by <c>ExternalId</c>. The
/// form of jobs, updates and deletes is unknown. Therefore the case of names is ignored, lists may be objects or arrays, and they may be one level deeper.
/// </remarks>
internal sealed class ActivityAnswer
{
    private const string NoMessage = "Gainsight refused the activity and gave no reason.";

    private static readonly string[] IdNames = ["externalid", "activityid", "gsid", "id"];

    private readonly Dictionary<string, List<RecordError>> _failures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _successes = new(StringComparer.Ordinal);

    private ActivityAnswer()
    {
    }

    /// <summary>The job that the call started, or null.</summary>
    public string? JobId { get; private set; }

    /// <summary>The job's state, in capitals; an open set.</summary>
    public string? Status { get; private set; }

    /// <summary>The number of failed activities in the answer, or null.</summary>
    public int? FailureCount { get; private set; }

    /// <summary>Whether the answer has a result for any activity.</summary>
    public bool NamesRows => _failures.Count + _successes.Count > 0;

    /// <summary>Whether the job has ended. Without a state, whether the answer has results.</summary>
    public bool HasEnded => Status is null ? NamesRows : JobState.HasEnded(Status);

    /// <summary>What a caller who does not have the activities is told of the job.</summary>
    public JobReport ToReport(string jobId) => new()
    {
        JobId = jobId,
        Status = Status,
        HasEnded = HasEnded,
        IsCompleted = Status is null ? HasEnded : JobState.IsCompleted(Status),
        Succeeded = _successes.Count > 0 ? _successes.Count : null,
        Failed = FailureCount ?? (_failures.Count > 0 ? _failures.Count : null),
        Errors = [.. _failures.SelectMany(pair => pair.Value.Select(error => new JobError(pair.Key, error)))],
    };

    /// <summary>Whether the answer accounts for this number of activities: it counts no more failures than it names, and if it names successes, it names all of them.</summary>
    public bool Covers(int activities) =>
        (FailureCount ?? 0) <= _failures.Count && (_successes.Count == 0 || _successes.Count + _failures.Count >= activities);

    /// <summary>Reads <c>data</c>.</summary>
    public static ActivityAnswer Read(ReadOnlyMemory<byte> data)
    {
        var answer = new ActivityAnswer();
        if (!data.IsEmpty)
        {
            using var document = AnswerJson.Parse(data);
            answer.Read(document.RootElement, depth: 0);
        }

        return answer;
    }

    /// <summary>Whether an activity was written, and its id in Timeline if the answer has it.</summary>
    /// <param name="isOnly">Whether the call had only this activity. The answer then means it, whatever id it names.</param>
    /// <param name="id">The id of the activity in the call.</param>
    /// <param name="activityId">The id in Timeline.</param>
    public bool SucceededAs(bool isOnly, string? id, out string? activityId)
    {
        activityId = null;
        if (id is not null && _successes.TryGetValue(id, out activityId))
        {
            return true;
        }

        activityId = isOnly && _failures.Count == 0 && _successes.Count == 1 ? _successes.Values.First() : null;
        return isOnly && _failures.Count == 0 && _successes.Count == 1;
    }

    /// <summary>The errors of an activity, or null when the answer has none.</summary>
    /// <param name="isOnly">Whether the call had only this activity. The answer then means it, whatever id it names.</param>
    /// <param name="ids">The ids that the answer may use for the activity.</param>
    public IReadOnlyList<RecordError>? ErrorsOf(bool isOnly, params ReadOnlySpan<string?> ids)
    {
        foreach (var id in ids)
        {
            if (id is not null && _failures.TryGetValue(id, out var errors))
            {
                return errors;
            }
        }

        return isOnly && _failures.Count > 0 ? [.. _failures.Values.SelectMany(errors => errors)] : null;
    }

    private void Read(JsonElement element, int depth)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            JobId = depth == 0 ? JobState.Id(LenientJson.IdOf(element)) : JobId;
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (LenientJson.IsNamed(member, "failures", "failure", "failed", "errors"))
            {
                ReadList(member.Value, null, AddFailure);
            }
            else if (LenientJson.IsNamed(member, "success", "successes", "succeeded"))
            {
                ReadList(member.Value, null, AddSuccess);
            }
            else if (LenientJson.IsNamed(member, "jobid") || (depth == 0 && LenientJson.IsNamed(member, "id")))
            {
                JobId ??= JobState.Id(LenientJson.IdOf(member.Value));
            }
            else if (LenientJson.IsNamed(member, "jobstatus", "status", "state"))
            {
                Status ??= LenientJson.TextOf(member.Value)?.ToUpperInvariant();
            }
            else if (LenientJson.IsNamed(member, "failurecount", "failedcount", "failedrecords"))
            {
                FailureCount ??= int.TryParse(LenientJson.TextOf(member.Value), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
            }
            else if (depth == 0)
            {
                Read(member.Value, depth + 1);
            }
        }
    }

    /// <summary>Reads an object of lists by id, or a list of objects that contain their id.</summary>
    private static void ReadList(JsonElement list, string? id, Action<string, JsonElement> add)
    {
        if (list.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in list.EnumerateArray())
            {
                ReadItem(item, id, add);
            }
        }
        else if (list.ValueKind == JsonValueKind.Object && id is null)
        {
            foreach (var member in list.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() > 0)
                {
                    ReadList(member.Value, AnswerJson.NameOf(member), add);
                }
                else
                {
                    ReadItem(member.Value, AnswerJson.NameOf(member), add);
                }
            }
        }
    }

    private static void ReadItem(JsonElement item, string? id, Action<string, JsonElement> add)
    {
        id ??= item.ValueKind == JsonValueKind.Object ? LenientJson.FindText(item, IdNames) : LenientJson.IdOf(item);
        if (id is not null)
        {
            add(id, item);
        }
    }

    private void AddSuccess(string id, JsonElement item) =>
        _successes[id] = item.ValueKind == JsonValueKind.Object ? LenientJson.FindText(item, "activityid") : LenientJson.IdOf(item);

    private void AddFailure(string id, JsonElement item)
    {
        if (!_failures.TryGetValue(id, out var errors))
        {
            _failures[id] = errors = [];
        }

        errors.Add(item.ValueKind == JsonValueKind.Object
            ? new(LenientJson.FindText(item, "errorcode", "code"), LenientJson.FindText(item, "message", "errormessage", "errordesc") ?? NoMessage, LenientJson.FindText(item, "fieldname", "field"))
            : new(null, LenientJson.IdOf(item) ?? NoMessage));
    }
}
