using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gainsight.Client.Emulator;

/// <summary>Reads and writes the JSON of the control API.</summary>
internal static class ControlJson
{
    /// <summary>The longest body, in bytes. Seeds may hold many rows.</summary>
    public const int MaximumBody = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The answers are JSON for programs, never part of a page.</summary>
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the body as text.</summary>
    /// <exception cref="ControlException">The body is too long.</exception>
    public static async Task<byte[]> ReadBytesAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false) is var read and > 0)
        {
            if (body.Length + read > MaximumBody)
            {
                throw new ControlException(413, "The body is longer than 64 MB.");
            }

            await body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted).ConfigureAwait(false);
        }

        return body.ToArray();
    }

    /// <summary>Reads the body as a JSON object.</summary>
    /// <exception cref="ControlException">The body is too long, or is no JSON object.</exception>
    public static async Task<JsonElement> ReadObjectAsync(HttpContext context)
    {
        var bytes = await ReadBytesAsync(context).ConfigureAwait(false);
        using var document = Parse(bytes);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Clone()
            : throw ControlException.Invalid("The body must be a JSON object.");
    }

    /// <summary>Writes an answer.</summary>
    public static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, Readable))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted).ConfigureAwait(false);
    }

    public static Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write) => WriteAsync(context, StatusCodes.Status200OK, write);

    public static Task WriteErrorAsync(HttpContext context, int status, string error) =>
        WriteAsync(context, status, writer => writer.WriteString("error", error));

    public static void WriteList<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static JsonDocument Parse(byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes, Lenient);
        }
        catch (JsonException exception)
        {
            throw ControlException.Invalid(bytes.Length == 0 ? "The body is empty. It must be a JSON object." : $"The body, {JsonPlace.Of(exception)}");
        }
    }
}
