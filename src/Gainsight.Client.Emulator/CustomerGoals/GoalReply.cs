using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes the response to a write of a goal. No form is documented, so a switch decides.</summary>
internal static class GoalReply
{
    public static EmulatorResponse Written(RequestContext context, CockpitOutcome outcome, string? name) => context.Switches.GoalData switch
    {
        GoalDataForm.References => CockpitReply.Written(context, [outcome]),
        GoalDataForm.NamedOutcomes => Reply.Success(context, writer => WriteOutcomes(writer, outcome, name)),
        _ when outcome.Error is { } error => CockpitReply.Failure(context, error.Code, error.Text, writer =>
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }),
        GoalDataForm.Goal => Reply.Success(context, writer => WriteGoal(writer, context, outcome)),
        _ => Reply.Success(context, writer =>
        {
            writer.WriteStartArray();
            WriteGoal(writer, context, outcome);
            writer.WriteEndArray();
        }),
    };

    private static void WriteOutcomes(Utf8JsonWriter writer, CockpitOutcome outcome, string? name)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("success");
        if (outcome.Error is null)
        {
            writer.WriteStartObject();
            writer.WriteString("Name", name);
            writer.WriteString("Gsid", outcome.Gsid);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("failure");
        if (outcome.Error is { } error)
        {
            writer.WriteStartObject();
            writer.WriteString("Name", name);
            writer.WriteString("errorCode", error.Code);
            writer.WriteString("errorDesc", error.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteGoal(Utf8JsonWriter writer, RequestContext context, CockpitOutcome outcome)
    {
        var goal = context.Tenant.Find(ObjectNames.CustomerGoal)!.Store.Find(outcome.Gsid!)!;
        writer.WriteStartObject();
        foreach (var field in goal.Owner.Fields)
        {
            CockpitValueWriter.Write(writer, field.Name, field, goal[field], context.Switches);
        }

        GoalLinks.WriteJson(writer, context.Tenant, goal);
        writer.WriteEndObject();
    }
}
