using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.Emulator;

/// <summary>Adds the fields that the tenant fills in itself: the GSID, and who created and changed a row and when.</summary>
internal static class SystemFields
{
    /// <summary>The system fields of most objects, in the order in which metadata lists them.</summary>
    public static readonly IReadOnlyList<string> Standard =
    [
        FieldNames.Gsid, FieldNames.CreatedDate, FieldNames.CreatedBy, FieldNames.ModifiedDate, FieldNames.ModifiedBy,
    ];

    public static bool TryGetType(string name, [NotNullWhen(true)] out EmulatedDataType? type)
    {
        type = name switch
        {
            FieldNames.Gsid => EmulatedDataType.Gsid,
            FieldNames.CreatedDate or FieldNames.ModifiedDate => EmulatedDataType.DateTime,
            FieldNames.CreatedBy or FieldNames.CreatedById or FieldNames.ModifiedBy or FieldNames.ModifiedById => EmulatedDataType.Lookup,
            _ => null,
        };
        return type is not null;
    }

    public static EmulatedField Add(EmulatedObject target, string name)
    {
        if (!TryGetType(name, out var type))
        {
            throw new ArgumentException($"There is no system field {name}.", nameof(name));
        }

        var field = target.AddField(name, type.Value);
        field.ReadOnly = true;
        field.IsSystem = true;
        field.Nillable = type != EmulatedDataType.Gsid;
        field.LookupObject = type == EmulatedDataType.Lookup ? ObjectNames.User : null;
        return field;
    }
}
