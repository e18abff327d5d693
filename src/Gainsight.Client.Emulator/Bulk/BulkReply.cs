using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes responses about bulk jobs. Where their members are is not documented, so a switch decides.</summary>
internal static class BulkReply
{
    public static EmulatorResponse Members(RequestContext context, Action<Utf8JsonWriter> members)
    {
        if (context.Switches.BulkMembers == BulkMemberForm.InData)
        {
            return Reply.Success(context, writer =>
            {
                writer.WriteStartObject();
                members(writer);
                writer.WriteEndObject();
            });
        }

        return Reply.Json(200, null, writer =>
        {
            writer.WriteBoolean("result", true);
            writer.WriteNull("errorCode");
            writer.WriteNull("errorDesc");
            writer.WriteString("requestId", context.RequestId);
            members(writer);
            writer.WriteNull("data");
            writer.WriteNull("message");
        });
    }
}
