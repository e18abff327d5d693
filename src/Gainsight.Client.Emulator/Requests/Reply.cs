using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes the envelopes of the API: records, records with localized texts, metadata and gateway.</summary>
internal static class Reply
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static EmulatorResponse Success(RequestContext context, Action<Utf8JsonWriter>? data, bool localized = false) =>
        Json(200, null, writer => WriteRecordEnvelope(writer, context, null, null, data, localized));

    public static EmulatorResponse Failure(
        RequestContext context, string code, string description, Action<Utf8JsonWriter>? data = null)
    {
        var status = context.Switches.RefusalStatus == RefusalStatus.BadRequest ? 400 : 200;
        return Failure(context, status, code, description, data);
    }

    public static EmulatorResponse Failure(
        RequestContext context, int status, string code, string description, Action<Utf8JsonWriter>? data, bool localized = false) =>
        Json(status, code, writer => WriteRecordEnvelope(writer, context, code, description, data, localized));

    public static EmulatorResponse Metadata(RequestContext context, Action<Utf8JsonWriter> data) => Json(200, null, writer =>
    {
        writer.WriteString("requestId", context.RequestId);
        writer.WriteBoolean("result", true);
        writer.WritePropertyName("data");
        data(writer);
    });

    public static EmulatorResponse Gateway(RequestContext context, int status, string code, string text) => Json(status, code, writer =>
    {
        writer.WriteBoolean("result", false);
        writer.WriteString("errorCode", code);
        writer.WriteString("errorDesc", text);
        writer.WriteString("requestId", context.RequestId);
        writer.WriteString("message", text);
    });

    public static EmulatorResponse Html(string? code) => new()
    {
        Status = 200,
        ErrorCode = code,
        ContentType = "text/html;charset=utf-8",
        Body = Encoding.UTF8.GetBytes("<!DOCTYPE html><html><head><title>Gainsight</title></head><body><h1>Something went wrong</h1></body></html>"),
    };

    /// <summary>A JSON object without an envelope.</summary>
    public static EmulatorResponse Json(int status, string? errorCode, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return new EmulatorResponse { Status = status, ErrorCode = errorCode, Body = buffer.WrittenMemory };
    }

    private static void WriteRecordEnvelope(
        Utf8JsonWriter writer, RequestContext context, string? code, string? description, Action<Utf8JsonWriter>? data, bool localized)
    {
        writer.WriteBoolean("result", code is null);
        writer.WriteString("errorCode", code);
        writer.WriteString("errorDesc", description);
        if (localized)
        {
            writer.WriteNull("localizedErrorDesc");
        }

        writer.WriteString("requestId", context.RequestId);
        writer.WritePropertyName("data");
        if (data is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            data(writer);
        }

        writer.WriteNull("message");
        if (localized)
        {
            writer.WriteNull("localizedMessage");
        }
    }
}
