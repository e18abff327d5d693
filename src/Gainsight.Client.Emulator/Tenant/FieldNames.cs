namespace Gainsight.Client.Emulator;

/// <summary>The names of the system fields that nearly every object has (official sample).</summary>
internal static class FieldNames
{
    public const string Gsid = "Gsid";
    public const string Name = "Name";
    public const string CreatedDate = "CreatedDate";
    public const string CreatedBy = "CreatedBy";
    public const string CreatedById = "CreatedById";
    public const string ModifiedDate = "ModifiedDate";
    public const string ModifiedBy = "ModifiedBy";
    public const string ModifiedById = "ModifiedById";
}
