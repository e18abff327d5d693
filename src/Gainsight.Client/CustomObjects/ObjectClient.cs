namespace Gainsight.Client;

/// <summary>Reads and writes the rows of any object by its name: custom objects (<c>Asset__gc</c>), and standard objects that have no client of their own.</summary>
/// <remarks>
/// Gainsight accepts writes only for low-volume custom objects (up to a million rows). Use the bulk API for others. A query without
/// <c>Select</c> asks the tenant once for the fields, which costs one call.
/// </remarks>
public class ObjectClient : RecordClient<ObjectRecord>
{
    internal ObjectClient(ClientContext context, string name)
        : base(context, new ObjectDefinition(name, []) { IsGeneric = true }) => Name = name;

    /// <summary>For mocks.</summary>
    protected ObjectClient() => Name = string.Empty;

    /// <summary>The object's API name.</summary>
    public string Name { get; }
}
