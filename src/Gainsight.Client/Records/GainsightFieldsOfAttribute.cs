namespace Gainsight.Client;

/// <summary>Marks a static partial class as the fields that a tenant added to a record type.</summary>
/// <remarks>
/// Each static partial property becomes a token and, from C# 14 on, a property of the record type. With C# 13, tokens are all that is
/// generated.
/// </remarks>
/// <example>
/// <code>
/// [GainsightFieldsOf&lt;Company&gt;]
/// public static partial class AcmeCompany
/// {
///     [GainsightField("Region__gc")]
///     public static partial Field&lt;string&gt; Region { get; }
/// }
///
/// var acme = new Company { Name = "Acme", Region = "EMEA" };
/// </code>
/// </example>
/// <typeparam name="T">The record type.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GainsightFieldsOfAttribute<T> : Attribute
    where T : GainsightRecord;
