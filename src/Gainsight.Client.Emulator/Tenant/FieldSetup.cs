namespace Gainsight.Client.Emulator;

/// <summary>Short forms for filling a tenant.</summary>
internal static class FieldSetup
{
    public static void AddFields(this EmulatedObject target, EmulatedDataType type, params string[] names)
    {
        foreach (var name in names)
        {
            _ = target.AddField(name, type);
        }
    }

    public static EmulatedField AddLookup(this EmulatedObject target, string name, string lookupObject)
    {
        var field = target.AddField(name, EmulatedDataType.Lookup);
        field.LookupObject = lookupObject;
        return field;
    }

    public static void AddReadOnly(this EmulatedObject target, EmulatedDataType type, params string[] names)
    {
        foreach (var name in names)
        {
            target.AddField(name, type).ReadOnly = true;
        }
    }

    /// <summary>Adds fields that hold a configured name, such as a status: writes give the name, under another key.</summary>
    public static void AddConfigured(this EmulatedObject target, params string[] names)
    {
        foreach (var name in names)
        {
            target.AddLookup(name, DefaultTenant.Configuration).ReadOnly = true;
        }
    }

    public static void MakeRequired(this EmulatedField field)
    {
        field.Required = true;
        field.Nillable = false;
    }
}
