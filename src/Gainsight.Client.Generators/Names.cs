namespace Gainsight.Client.Generators;

/// <summary>Names of the library that generated code uses.</summary>
internal static class Names
{
    public const string Sdk = "global::Gainsight.Client";
    public const string ObjectAttribute = "Gainsight.Client.GainsightObjectAttribute";
    public const string FieldAttribute = "Gainsight.Client.GainsightFieldAttribute";
    public const string FieldsOfAttribute = "Gainsight.Client.GainsightFieldsOfAttribute`1";
    public const string FieldFactsAttribute = "Gainsight.Client.FieldFactsAttribute";
    public const string ObjectFactsAttribute = "Gainsight.Client.ObjectFactsAttribute";
    public const string Record = "Gainsight.Client.GainsightRecord";
    public const string Field = "Gainsight.Client.Field";
    public const string JsonConverterAttribute = "System.Text.Json.Serialization.JsonConverterAttribute";
    public const string JsonSerializableAttribute = "System.Text.Json.Serialization.JsonSerializableAttribute";

    /// <summary>The class of the tokens that stand behind the partial properties of an extension.</summary>
    public const string Tokens = "GeneratedTokens";

    public static readonly string[] SystemFields = ["Gsid", "CreatedDate", "ModifiedDate", "CreatedBy", "ModifiedBy"];

    /// <summary>The names of the class of the fields that no field may have.</summary>
    public static readonly string[] Reserved = ["All", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize"];
}
