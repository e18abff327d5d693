using System.Text.Json;
using System.Text.Unicode;

namespace Gainsight.Client.Emulator;

/// <summary>One request while it is being served, and what the request log is told about it.</summary>
internal sealed class RequestContext
{
    public required TenantData Tenant { get; init; }

    public required EmulatorSwitches Switches { get; init; }

    public required EmulatorLimits Limits { get; init; }

    public required EmulatorRequest Request { get; init; }

    public required IReadOnlyDictionary<string, string> RouteValues { get; init; }

    public required string RequestId { get; init; }

    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>What goes wrong with the job that the call starts, if anything.</summary>
    public FaultKind? JobFault { get; init; }

    public int RecordCount { get; set; }

    public bool Committed { get; set; }

    /// <summary>The object that the path names.</summary>
    public EmulatedObject Object()
    {
        var name = RouteValues["object"];
        return Tenant.FindVisible(name) ?? throw RefusedException.UnknownObject();
    }

    /// <summary>The body as JSON; the caller disposes it once the answer is written.</summary>
    public JsonDocument Json()
    {
        try
        {
            // The parser looks at the bytes and escapes of a text only when it is read.
            return Utf8.IsValid(Body.Span) && HasWholeTexts(Body.Span) ? JsonDocument.Parse(Body) : throw new JsonException();
        }
        catch (JsonException)
        {
            throw RefusedException.BadRequest("The request body is not valid JSON.");
        }
    }

    /// <summary>Whether every escaped text can be read: half a character, such as <c>\ud800</c> alone, cannot.</summary>
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
