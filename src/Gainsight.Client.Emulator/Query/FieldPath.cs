namespace Gainsight.Client.Emulator;

/// <summary>A field, or a path over one or more lookups such as <c>Csm__gr.Email</c>.</summary>
internal sealed class FieldPath
{
    private readonly List<(EmulatedField Lookup, EmulatedObject Target)> _hops = [];

    private FieldPath(EmulatedField leaf) => Leaf = leaf;

    public EmulatedField Leaf { get; }

    /// <summary>The labels of the lookups and of the field.</summary>
    public string Label => string.Join(' ', _hops.Select(hop => hop.Lookup.Label).Append(Leaf.Label));

    /// <summary>Whether the path is the GSID of the queried rows.</summary>
    public bool IsRowId => _hops.Count == 0 && Leaf == Leaf.Owner.GsidField;

    /// <summary>Whether rows can be found by the value: a field of the queried rows, with a type that keys may have.</summary>
    public bool IsIndexable => _hops.Count == 0 && Leaf.DataType.MayBeKey() && Leaf.Computed is null;

    /// <summary>The path as the Cockpit API writes it, whatever its case in the request.</summary>
    public string Canonical => string.Join('.', _hops.Select(hop => hop.Lookup.ShortLookupName).Append(Leaf.Name));

    public static FieldPath Parse(TenantData tenant, EmulatedObject root, string path)
    {
        var parts = path.Split('.');
        var hops = new List<(EmulatedField Lookup, EmulatedObject Target)>();
        var current = root;
        foreach (var part in parts[..^1])
        {
            if (current.FindLookup(part) is not { } lookup || tenant.Find(lookup.LookupObject!) is not { } target)
            {
                throw RefusedException.UnknownField(path);
            }

            hops.Add((lookup, target));
            current = target;
        }

        var parsed = new FieldPath(current.FindField(parts[^1]) ?? throw RefusedException.UnknownField(path));
        parsed._hops.AddRange(hops);
        return parsed;
    }

    public object? Read(EmulatedRow row)
    {
        foreach ((var lookup, var target) in _hops)
        {
            if (row[lookup] is not string gsid || target.Store.Find(gsid) is not { } next)
            {
                return null;
            }

            row = next;
        }

        return row[Leaf];
    }
}
