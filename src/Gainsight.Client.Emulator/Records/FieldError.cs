using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>One invalid field of one record, as <c>data.errors</c> reports it.</summary>
/// <param name="Code">The error code.</param>
/// <param name="Field">The field's name as it was sent.</param>
/// <param name="Message">The text, without the field and the value.</param>
/// <param name="Value">The value as it was sent, or null if there was none.</param>
/// <param name="ValueAsList">Whether the value is reported in a list, as for picklists.</param>
internal sealed record FieldError(string Code, string Field, string Message, JsonElement? Value, bool ValueAsList = false)
{
    public string ValueText => Value switch
    {
        null => "null",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => other.GetRawText(),
    };

    /// <summary>The form of <c>errorDesc</c>: the message and <c> (Field = value).</c> (recorded fixture).</summary>
    public string Description => $"{Message} ({Field} = {ValueText}).";
}
