using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>
/// The <c>lookups</c> of a person. Where they are, and how they apply to <c>companies</c>, is not documented. Here they are at the top level,
/// and each applies to every object of the three that has its target field.
/// </summary>
internal sealed class PersonLookups(TenantData tenant)
{
    private readonly Dictionary<string, IReadOnlyList<Lookup>> _byObject = [];

    public void Add(JsonElement block)
    {
        if (block.ValueKind != JsonValueKind.Object)
        {
            throw RefusedException.BadRequest("The lookups must be an object.");
        }

        List<JsonProperty> entries = [.. block.EnumerateObject()];
        var known = new HashSet<string>();
        foreach (var name in (string[])[ObjectNames.Person, ObjectNames.CompanyPerson, ObjectNames.RelationshipPerson])
        {
            var target = tenant.Find(name)!;
            var own = entries.FindAll(entry => target.FindField(entry.Name) is not null);
            known.UnionWith(own.Select(entry => entry.Name));
            _byObject[name] = [.. For(target), .. Lookup.ParseAll(tenant, target, own)];
        }

        if (entries.Find(entry => !known.Contains(entry.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            throw RefusedException.UnknownField(unknown.Name);
        }
    }

    public IReadOnlyList<Lookup> For(EmulatedObject target) => _byObject.GetValueOrDefault(target.Name, []);
}
