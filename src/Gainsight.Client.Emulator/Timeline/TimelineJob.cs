using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>A bulk save or update of activities. The states are quoted; their order and the result are inferred.</summary>
internal sealed class TimelineJob(RequestContext context, ActivityWriter writer, IReadOnlyList<JsonElement> records) : BulkJob(context)
{
    private readonly int _total = records.Count;
    private IReadOnlyList<JsonElement> _records = records;

    protected override IReadOnlyList<string> Stages { get; } = ["NOT_STARTED", "SUBMITTED", "IN_PROGRESS"];

    public override void Run()
    {
        foreach (var record in _records.Take(Share(_total)))
        {
            writer.Write(record);
        }

        _records = [];
    }

    public void Write(Utf8JsonWriter data, RequestContext context)
    {
        data.WriteNumber("totalRecords", _total);
        data.WriteNumber("successCount", Fault?.JobSuccessCount ?? writer.Outcome.Succeeded);
        data.WriteNumber("failureCount", Fault?.JobFailureCount ?? writer.Outcome.Failed);
        if (Fault is not { JobListsResults: false })
        {
            writer.Outcome.Write(data, context);
        }
    }
}
