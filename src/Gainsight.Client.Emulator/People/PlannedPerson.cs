namespace Gainsight.Client.Emulator;

/// <summary>A person as it will be written, with the companies and relationships it belongs to; or what is wrong with it.</summary>
internal sealed class PlannedPerson
{
    public string Email { get; set; } = "";

    public Dictionary<EmulatedField, object?> Values { get; set; } = [];

    public List<PlannedMembership> Memberships { get; } = [];

    public List<FieldError> Errors { get; } = [];
}
