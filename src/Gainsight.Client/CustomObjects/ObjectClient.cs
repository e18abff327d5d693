namespace Gainsight.Client;

/// <summary>Reads and writes the rows of any object by its name: custom objects (<c>Asset__gc</c>), and standard objects without a client of their own.</summary>
/// <remarks>
/// Gainsight takes writes for low-volume custom objects only (up to a million rows); others are for the bulk API. A query without
/// <c>Select</c> asks describe for the fields once, which costs a call.
/// </remarks>
public class ObjectClient : RecordClient<ObjectRecord>
{
    internal ObjectClient(ClientContext context, string name)
        : base(context, new ObjectDefinition(name, [])) => Name = name;

    /// <summary>For mocks.</summary>
    protected ObjectClient() => Name = string.Empty;

    /// <summary>The object's API name.</summary>
    public string Name { get; }
}
