using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The envelope of the users service: that of the record API with localized texts (live for another call of the service).</summary>
internal static class UserReply
{
    public static EmulatorResponse Refuse(RequestContext context, RefusedException refused) =>
        Reply.Failure(context, StatusOf(context), refused.Code, refused.Message, null, localized: true);

    public static EmulatorResponse Written(RequestContext context, IReadOnlyList<EmulatedRow> rows) => Reply.Success(
        context,
        writer => Write(writer, context, rows.Count, rows, static writer => writer.WriteNullValue(), static _ => { }),
        localized: true);

    /// <summary>Reports a call with invalid records. <paramref name="rows"/> were written nevertheless.</summary>
    public static EmulatorResponse Failed(
        RequestContext context, string code, string text, IReadOnlyList<PlannedRecord> plans, IReadOnlyList<EmulatedRow> rows)
    {
        Action<Utf8JsonWriter>? data = context.Switches.UserErrors switch
        {
            UserErrorForm.DataErrors => writer =>
                Write(writer, context, CountOf(context, rows), rows, errors => RecordErrors.WriteAll(errors, context.Switches, plans), static _ => { }),
            UserErrorForm.Records => writer =>
                Write(writer, context, CountOf(context, rows), rows, static errors => errors.WriteNullValue(), records => WriteFailed(records, context.Switches, plans)),
            _ => null,
        };
        return Reply.Failure(context, StatusOf(context), code, text, data, localized: true);
    }

    private static int StatusOf(RequestContext context) => context.Switches.RefusalStatus == RefusalStatus.BadRequest ? 400 : 200;

    private static int? CountOf(RequestContext context, IReadOnlyList<EmulatedRow> rows) => context.Switches.RefusalsHaveCount ? rows.Count : null;

    private static void Write(
        Utf8JsonWriter writer,
        RequestContext context,
        int? count,
        IReadOnlyList<EmulatedRow> rows,
        Action<Utf8JsonWriter> errors,
        Action<Utf8JsonWriter> moreRecords)
    {
        writer.WriteStartObject();
        if (count is { } known)
        {
            writer.WriteNumber("count", known);
        }

        writer.WritePropertyName("errors");
        errors(writer);
        writer.WriteStartArray("records");
        foreach (var row in WrittenRecords.Arrange(context, rows))
        {
            writer.WriteStartObject();
            writer.WriteString(FieldNames.Gsid, row.Gsid);
            writer.WriteString(UserFields.SfdcUserName, (string?)row[UserFields.SfdcUserName]);
            writer.WriteEndObject();
        }

        moreRecords(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFailed(Utf8JsonWriter writer, EmulatorSwitches switches, IReadOnlyList<PlannedRecord> plans)
    {
        var (records, errors) = (switches.RefusalsListErrors, switches.ErrorScope) switch
        {
            (false, _) => (0, 0),
            (_, ErrorScope.FirstError) => (1, 1),
            _ => (int.MaxValue, int.MaxValue),
        };
        foreach (var plan in plans.Where(plan => plan.Errors.Count > 0).Take(records))
        {
            writer.WriteStartObject();
            foreach ((var field, var sent) in plan.Sent)
            {
                writer.WritePropertyName(field.Name);
                sent.WriteTo(writer);
            }

            writer.WriteStartArray("errors");
            foreach (var error in plan.Errors.Take(errors))
            {
                RecordErrors.WriteLeaf(writer, error);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }
}
