using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>An asynchronous upsert. Each person stands alone, so an invalid person does not affect the others.</summary>
internal sealed class PersonJob(string statusId, DateTimeOffset submitted, DateTimeOffset due, Fault? fault)
{
    private readonly List<EmulatedRow> _written = [];
    private readonly List<(int Row, FieldError Error)> _errors = [];

    public string StatusId { get; } = statusId;

    public void Run(TenantData tenant, EmulatorSwitches switches, JsonElement people, JsonElement? lookups)
    {
        var planner = new PersonPlanner(tenant, switches);
        var row = 0;
        var count = people.GetArrayLength();
        foreach (var json in people.EnumerateArray().Take(fault?.ShareOf(count) ?? count))
        {
            var plan = planner.Plan(json, lookups);
            if (plan.Errors.Count == 0)
            {
                _written.Add(PersonWriter.Upsert(tenant, plan));
            }

            _errors.AddRange(plan.Errors.Select(error => (row, error)));
            row++;
        }
    }

    /// <summary>The states are those of a connector's documentation. The JSON names, and the number of the first row, are inferred.</summary>
    public void WriteJson(Utf8JsonWriter writer, DateTimeOffset now, int firstRow)
    {
        writer.WriteStartObject();
        writer.WriteString("statusId", StatusId);
        writer.WriteString("status", StatusAt(now));
        if (now >= due)
        {
            writer.WriteNumber("count", fault?.JobSuccessCount ?? _written.Count);
            if (fault is not { JobListsResults: false })
            {
                WriteErrors(writer, firstRow);
                WritePeople(writer);
            }
        }

        writer.WriteEndObject();
    }

    private string StatusAt(DateTimeOffset now) => (now >= due, fault) switch
    {
        (false, _) => now - submitted < (due - submitted) / 3 ? "INIT" : "INPROGRESS",
        (_, { } failure) => failure.EndOfJob,
        _ => "COMPLETED",
    };

    private void WriteErrors(Utf8JsonWriter writer, int firstRow)
    {
        writer.WriteStartArray("errorDetails");
        foreach ((var row, var error) in _errors)
        {
            writer.WriteStartObject();
            writer.WriteNumber("rowNumber", row + firstRow);
            writer.WriteString("fieldName", error.Field);
            writer.WritePropertyName("value");
            if (error.Value is { } value)
            {
                value.WriteTo(writer);
            }
            else
            {
                writer.WriteNullValue();
            }

            writer.WriteString("errorMessage", error.Message);
            writer.WriteString("errorCode", error.Code);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WritePeople(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("people");
        foreach (var person in _written)
        {
            writer.WriteStartObject();
            writer.WriteString("Gsid", person.Gsid);
            writer.WriteString("Email", (string?)person["Email"]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
