using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>
/// The envelope of the timeline service: <c>code</c> instead of <c>errorCode</c>, no <c>errorDesc</c>, and <c>additionalInfo</c> (live, partly
/// inferred).
/// </summary>
internal static class TimelineReply
{
    public static EmulatorResponse Refuse(RequestContext context, RefusedException refused) =>
        Write(context, context.Switches.RefusalStatus == RefusalStatus.BadRequest ? 400 : 200, (refused.Code, refused.Message), null);

    public static EmulatorResponse Success(RequestContext context, Action<Utf8JsonWriter> data) => Write(context, 200, null, data);

    /// <summary>Each record has its own result. Whether the call fails when all of them fail is not documented.</summary>
    public static EmulatorResponse Outcome(RequestContext context, TimelineOutcome outcome)
    {
        context.Committed = outcome.Succeeded > 0;
        void Data(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            outcome.Write(writer, context);
            writer.WriteEndObject();
        }

        var form = outcome.Succeeded > 0 ? TimelineAllFailedForm.ResultTrue : context.Switches.TimelineAllFailed;
        return form == TimelineAllFailedForm.ResultTrue
            ? Success(context, Data)
            : Write(context, form == TimelineAllFailedForm.BadRequest ? 400 : 200, (outcome.FirstCode, "All records failed."), Data);
    }

    private static EmulatorResponse Write(RequestContext context, int status, (string Code, string Message)? error, Action<Utf8JsonWriter>? data) =>
        Reply.Json(status, error?.Code, writer =>
        {
            writer.WriteBoolean("result", error is null);
            writer.WritePropertyName("data");
            if (data is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                data(writer);
            }

            if (error is not null)
            {
                writer.WriteString("code", error.Value.Code);
            }

            writer.WriteString("message", error?.Message);
            writer.WriteNull("additionalInfo");
            writer.WriteString("requestId", context.RequestId);
        });
}
