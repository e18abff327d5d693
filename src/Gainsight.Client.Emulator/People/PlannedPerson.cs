namespace Gainsight.Client.Emulator;

/// <summary>A person after validation: what to write, with companies and relationships, or its errors.</summary>
internal sealed class PlannedPerson
{
    public string Email { get; set; } = "";

    public Dictionary<EmulatedField, object?> Values { get; set; } = [];

    public List<PlannedMembership> Memberships { get; } = [];

    public List<FieldError> Errors { get; } = [];
}
