using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The envelopes of the Cockpit family. A failure has an empty object in <c>data</c>, and a switch sets its status.</summary>
internal static class CockpitReply
{
    public const string InvalidCall = "COCKPIT_5101";
    public const string InvalidId = "COCKPIT_6007";
    public const string MissingFields = "COCKPIT_9700";

    /// <summary>Makes the routes of an endpoint, with and without a final slash: live code uses both.</summary>
    public static IEnumerable<Route> Routes(
        string operation, string method, string path, Func<RequestContext, EmulatorResponse> handle, IReadOnlyList<QuotaWindow>? windows = null)
    {
        windows ??= QuotaWindow.Synchronous;
        yield return new(operation, method, path, Guarded) { Windows = windows };
        yield return new(operation, method, path + "/", Guarded) { Windows = windows };

        EmulatorResponse Guarded(RequestContext context)
        {
            try
            {
                return handle(context);
            }
            catch (RefusedException refused)
            {
                var code = refused.Code.StartsWith("COCKPIT_", StringComparison.Ordinal) ? refused.Code : InvalidCall;
                return Failure(context, code, refused.Message, WriteNothing);
            }
        }
    }

    public static RefusedException Invalid(string description) => new(InvalidCall, description);

    /// <summary>Writes each record to <c>success</c> or <c>failure</c> under its reference (two independent readings).</summary>
    public static EmulatorResponse Written(RequestContext context, IReadOnlyList<CockpitOutcome> outcomes)
    {
        var allFailed = outcomes.All(outcome => outcome.Error is not null);
        context.Committed = !allFailed;
        return allFailed && context.Switches.CockpitAllFailed == CockpitAllFailedForm.ResultFalse
            ? Failure(context, outcomes[0].Error!.Value.Code, outcomes[0].Error!.Value.Text, Write)
            : Reply.Success(context, Write);

        void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            WriteList(writer, context.Switches, "success", [.. WrittenRecords.Arrange(context, outcomes.Where(outcome => outcome.Error is null))]);
            WriteList(writer, context.Switches, "failure", [.. outcomes.Where(outcome => outcome.Error is not null)]);
            writer.WriteEndObject();
        }
    }

    public static EmulatorResponse Failure(RequestContext context, string code, string description, Action<Utf8JsonWriter> data) =>
        Reply.Failure(context, context.Switches.CockpitRefusalStatus == RefusalStatus.BadRequest ? 400 : 200, code, description, data);

    private static void WriteNothing(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, EmulatorSwitches switches, string name, List<CockpitOutcome> outcomes)
    {
        if (outcomes.Count == 0 && switches.EmptyOutcomes != EmptyOutcomeForm.EmptyList)
        {
            if (switches.EmptyOutcomes == EmptyOutcomeForm.Null)
            {
                writer.WriteNull(name);
            }

            return;
        }

        writer.WriteStartArray(name);
        foreach (var outcome in outcomes)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(outcome.Reference);
            if (outcome.Error is { } error)
            {
                WriteError(writer, switches.FailureValue, error.Code, error.Text);
            }
            else
            {
                writer.WriteStringValue(outcome.Gsid);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter writer, FailureValueForm form, string code, string text)
    {
        if (form == FailureValueForm.Text)
        {
            writer.WriteStringValue($"{code}: {text}");
            return;
        }

        if (form == FailureValueForm.List)
        {
            writer.WriteStartArray();
        }

        writer.WriteStartObject();
        writer.WriteString("errorCode", code);
        writer.WriteString("errorDesc", text);
        writer.WriteEndObject();
        if (form == FailureValueForm.List)
        {
            writer.WriteEndArray();
        }
    }
}
