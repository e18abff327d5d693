namespace Gainsight.Client;

/// <summary>The fields of a company.</summary>
public static class CompanyFields
{
    public static Field<string> Name { get; } = new("Name", DataType.String);
    public static IReadOnlyList<Field> All { get; } = [SystemFields.Gsid, Name];
    internal static ObjectDefinition Definition { get; } = new("Company", All) { DefaultSelect = All, Required = [Name] };
}
