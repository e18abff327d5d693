using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>A record of a write after validation: the values to set, or its errors.</summary>
internal sealed class PlannedRecord
{
    /// <summary>The fields to set, in the order in which they were sent.</summary>
    public Dictionary<EmulatedField, object?> Values { get; } = [];

    /// <summary>The values as they were sent, for error reports.</summary>
    public Dictionary<EmulatedField, JsonElement> Sent { get; } = [];

    /// <summary>The key fields of an update and their values, in the order of the <c>keys</c> parameter.</summary>
    public List<(EmulatedField Field, object Value)> Keys { get; } = [];

    /// <summary>The rows that an update matches.</summary>
    public IReadOnlyList<EmulatedRow> Targets { get; set; } = [];

    public List<FieldError> Errors { get; } = [];
}
