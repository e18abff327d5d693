using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The results of the records of a timeline call, by key, as <c>success</c> and <c>failures</c> show them.</summary>
internal sealed class TimelineOutcome
{
    private readonly Dictionary<string, List<string?>> _success = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Code, string Message)>> _failures = new(StringComparer.Ordinal);

    public int Succeeded => _success.Values.Sum(activities => activities.Count);

    public int Failed { get; private set; }

    public string FirstCode => _failures.Values.First()[0].Code;

    public void Succeed(string key, EmulatedRow activity, EmulatedField activityId) => Of(_success, key).Add((string?)activity[activityId]);

    public void Fail(string key, params IReadOnlyList<(string Code, string Message)> errors)
    {
        Failed++;
        Of(_failures, key).AddRange(errors);
    }

    /// <summary>Writes the two members, failures first as in the sample.</summary>
    public void Write(Utf8JsonWriter writer, RequestContext context)
    {
        writer.WriteStartObject("failures");
        foreach ((var key, var errors) in _failures)
        {
            writer.WriteStartArray(key);
            foreach ((var code, var message) in errors)
            {
                writer.WriteStartObject();
                writer.WriteString("errorCode", code);
                writer.WriteString("Message", message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("success");
        foreach ((var key, var activities) in WrittenRecords.Arrange(context, _success))
        {
            writer.WriteStartArray(key);
            foreach (var activityId in activities)
            {
                writer.WriteStartObject();
                writer.WriteString("activityId", activityId);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static List<T> Of<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            list = [];
            lists.Add(key, list);
        }

        return list;
    }
}
