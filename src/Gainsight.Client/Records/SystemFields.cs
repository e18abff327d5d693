namespace Gainsight.Client;

/// <summary>The fields that nearly every object has. Gainsight sets them. They are never sent, except <see cref="Gsid"/> as an identifier key.</summary>
public static class SystemFields
{
    /// <summary>The row's id: 36 upper-case letters and digits.</summary>
    public static Field<string> Gsid { get; } = new("Gsid", DataType.Gsid, isReadOnly: true);

    /// <summary>When the row was created.</summary>
    public static Field<DateTimeOffset> CreatedDate { get; } = new("CreatedDate", DataType.DateTime, isReadOnly: true);

    /// <summary>When the row was last changed.</summary>
    public static Field<DateTimeOffset> ModifiedDate { get; } = new("ModifiedDate", DataType.DateTime, isReadOnly: true);

    /// <summary>The user who created the row.</summary>
    public static LookupField CreatedBy { get; } = new("CreatedBy", "gsuser", isReadOnly: true);

    /// <summary>The user who last changed the row.</summary>
    public static LookupField ModifiedBy { get; } = new("ModifiedBy", "gsuser", isReadOnly: true);
}
