using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Gainsight.Client.Tool;

/// <summary>A record type of the library: its object, its fields, and the names that an added field cannot have.</summary>
internal sealed class KnownRecord
{
    private const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods
        | DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.NonPublicProperties;

    private KnownRecord(string objectName, string typeName, IReadOnlyList<Field> fields, IReadOnlyList<string> members)
    {
        ObjectName = objectName;
        TypeName = typeName;
        Fields = fields;
        MemberNames = members;
    }

    public static IReadOnlyList<KnownRecord> All { get; } =
    [
        Of<Company>("company", CompanyFields.All),
        Of<Relationship>("relationship", RelationshipFields.All),
        Of<Person>("person", PersonFields.All),
        Of<CompanyPerson>("company_person", CompanyPersonFields.All),
        Of<RelationshipPerson>("relationship_person", RelationshipPersonFields.All),
        Of<Cta>("call_to_action", CtaFields.All),
        Of<CsTask>("cs_task", CsTaskFields.All),
        Of<SuccessPlan>("cta_group", SuccessPlanFields.All),
        Of<CustomerGoal>("customer_goal", CustomerGoalFields.All),
        Of<TimelineActivity>("activity_timeline", TimelineActivityFields.All),
        Of<User>("gsuser", UserFields.All),
        Of<Opportunity>("gs_opportunity", OpportunityFields.All),
    ];

    /// <summary>The names that a property of any record type cannot have.</summary>
    public static IReadOnlyList<string> BaseMembers { get; } = NamesOf(typeof(GainsightRecord));

    /// <summary>The names of the library's types: a type of the same name would have to be qualified wherever both are used.</summary>
    public static IReadOnlyCollection<string> LibraryTypes { get; } = [.. All.SelectMany(each => new[] { each.TypeName, each.TypeName + "Fields" })];

    public string ObjectName { get; }

    public string TypeName { get; }

    public IReadOnlyList<Field> Fields { get; }

    public IReadOnlyList<string> MemberNames { get; }

    public static KnownRecord? Find(string objectName) =>
        All.FirstOrDefault(each => string.Equals(each.ObjectName, objectName, StringComparison.OrdinalIgnoreCase));

    private static KnownRecord Of<[DynamicallyAccessedMembers(Members)] T>(string objectName, IReadOnlyList<Field> fields)
        where T : GainsightRecord => new(objectName, typeof(T).Name, fields, NamesOf(typeof(T)));

    /// <summary>The members that derived types see. Methods bring those of <see cref="object"/> as well.</summary>
    private static IReadOnlyList<string> NamesOf([DynamicallyAccessedMembers(Members)] Type type)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return
        [
            .. type.GetProperties(Any).Select(property => property.Name)
                .Concat(type.GetMethods(Any).Where(method => !method.IsPrivate).Select(method => method.Name))
                .Where(name => !name.Contains('.', StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
