namespace Gainsight.Client.AotSmoke;

/// <summary>Fields that a tenant added to companies, as properties of the library's own type.</summary>
[GainsightFieldsOf<Company>]
internal static partial class SmokeCompany
{
    [GainsightField("Region__gc")]
    public static partial Field<string> Region { get; }
}
