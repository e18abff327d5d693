namespace Gainsight.Client;

/// <summary>Names the object that a partial record type stands for. The rest of the type is generated.</summary>
/// <remarks>
/// <para>
/// Every partial property is a field: its body is generated, and so is a token in a class that is named after the type, such as
/// <c>AssetFields</c> for <c>Asset</c>. The type gets its <see cref="RecordJsonConverter{T}"/>, unless it has one, and
/// <see cref="IGainsightObject"/>.
/// </para>
/// <para>
/// Needs C# 13 and the .NET SDK 9.0.300 or later. A type that is named in a <c>JsonSerializerContext</c> must carry the
/// <c>[JsonConverter]</c> attribute itself, as that generator does not see what this one writes.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [GainsightObject("Asset__gc")]
/// public sealed partial class Asset : GainsightRecord
/// {
///     public partial string? Name { get; set; }
///
///     [GainsightField("Seats__gc")]
///     public partial decimal? Seats { get; set; }
///
///     [GainsightField("Company__gc", LookupTo = "company")]
///     public partial string? Company { get; set; }
/// }
/// </code>
/// </example>
/// <param name="name">The object's API name as the tenant lists it, such as <c>Asset__gc</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GainsightObjectAttribute(string name) : Attribute
{
    /// <summary>The object's API name, such as <c>Asset__gc</c>.</summary>
    public string Name { get; } = name;
}
