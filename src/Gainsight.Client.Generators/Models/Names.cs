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
    public const string RecordConverter = "Gainsight.Client.RecordJsonConverter`1";
    public const string JsonConverterAttribute = "System.Text.Json.Serialization.JsonConverterAttribute";
    public const string JsonSerializableAttribute = "System.Text.Json.Serialization.JsonSerializableAttribute";
    public const string JsonDerivedTypeAttribute = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";
    public const string JsonIgnoreAttribute = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    public const string JsonOptionsAttribute = "System.Text.Json.Serialization.JsonSourceGenerationOptionsAttribute";
    public const string JsonIncludeAttribute = "System.Text.Json.Serialization.JsonIncludeAttribute";
    public const string AsyncEnumerable = "System.Collections.Generic.IAsyncEnumerable`1";
    public const string NotNullAttribute = "System.Diagnostics.CodeAnalysis.NotNullAttribute";
    public const string ObsoleteAttribute = "System.ObsoleteAttribute";
    public const string ExperimentalAttribute = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";

    /// <summary>The class of the tokens that stand behind the partial properties of an extension.</summary>
    public const string Tokens = "GeneratedTokens";

    public static readonly string[] SystemFields = ["Gsid", "CreatedDate", "ModifiedDate", "CreatedBy", "ModifiedBy"];

    /// <summary>The names of the class of the fields that no field may have.</summary>
    public static readonly string[] Reserved = ["All", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize"];

    /// <summary>Why the text cannot be the name of an object or a field, or null.</summary>
    public static string? Fault(string? name) =>
        string.IsNullOrWhiteSpace(name) ? "is empty"
        : name!.Trim().Length != name.Length ? "begins or ends with white space"
        : name.Any(char.IsSurrogate) ? "has a character that no name has"
        : null;

    /// <summary>Whether the class of the fields has a member of the name, or the compiler makes one: the accessors of a property are methods.</summary>
    public static bool IsReserved(string name) =>
        Reserved.Contains(name) || name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal);
}
