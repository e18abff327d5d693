using System.Text.Json;
using System.Text.Unicode;

namespace Gainsight.Client.Emulator;

/// <summary>A request in progress, and what the request log records about it.</summary>
internal sealed class RequestContext
{
    public required TenantData Tenant { get; init; }

    public required EmulatorSwitches Switches { get; init; }

    public required EmulatorLimits Limits { get; init; }

    public required EmulatorRequest Request { get; init; }

    public required IReadOnlyDictionary<string, string> RouteValues { get; init; }

    public required string RequestId { get; init; }

    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The position in the order of arrival, from 1.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset Arrival { get; init; }

    /// <summary>The fault that fired for the request, or null.</summary>
    public Fault? Fault { get; set; }

    /// <summary>What goes wrong with the job that the call starts, or null.</summary>
    public Fault? JobFault => Fault is { IsForJob: true } ? Fault : null;

    /// <summary>When a late request is carried out, or null for every other request.</summary>
    public DateTimeOffset? CommitsAt { get; set; }

    public int RecordCount { get; set; }

    public bool Committed { get; set; }

    /// <summary>Random numbers for this request alone. Its id comes from the emulator's seed, so a run can be repeated.</summary>
    public SeededRandom Random(ulong seed = 0) => new(BitConverter.ToUInt64(new Guid(RequestId).ToByteArray()) ^ seed);

    /// <summary>Finds the object that the path names.</summary>
    public EmulatedObject Object()
    {
        var name = RouteValues["object"];
        return Tenant.FindVisible(name) ?? throw RefusedException.UnknownObject();
    }

    /// <summary>Parses the body as JSON. Dispose the document after the response is written.</summary>
    public JsonDocument Json()
    {
        try
        {
            // The parser checks the bytes and escapes of a text only when the text is read.
            return Utf8.IsValid(Body.Span) && HasWholeTexts(Body.Span) ? JsonDocument.Parse(Body) : throw new JsonException();
        }
        catch (JsonException)
        {
            throw RefusedException.BadRequest("The request body is not valid JSON.");
        }
    }

    /// <summary>Whether every escaped text is valid. Half a surrogate pair, such as <c>\ud800</c> alone, is not.</summary>
    private static bool HasWholeTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
