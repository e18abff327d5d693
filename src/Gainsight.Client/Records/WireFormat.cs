namespace Gainsight.Client;

/// <summary>The forms of values on the wire that a tenant may want otherwise.</summary>
internal sealed record WireFormat(DateFormat Date, MultiSelectFormat MultiSelect)
{
    public static WireFormat Default { get; } = new(DateFormat.Iso, MultiSelectFormat.Array);
}
