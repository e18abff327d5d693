namespace Gainsight.Client;

/// <summary>Reads and writes the rows of an object that has a record type of your own.</summary>
/// <remarks>
/// Gainsight accepts writes only for low-volume custom objects (up to a million rows). Use the bulk API for others.
/// </remarks>
/// <typeparam name="T">The record type, which names its object.</typeparam>
public class ObjectClient<T> : RecordClient<T>
    where T : GainsightRecord, IGainsightObject, new()
{
    // Built once per type, because tokens remember their position in it.
    private static readonly Lazy<ObjectDefinition> OfType = new(() => new ObjectDefinition(T.ObjectName, T.Fields)
    {
        IsGeneric = true,
        DefaultSelect = T.Fields.Count == 0 ? [] : [SystemFields.Gsid, .. T.Fields.Where(field => !field.IsNamed(SystemFields.Gsid.Name))],
    });

    internal ObjectClient(ClientContext context)
        : base(context, OfType.Value)
    {
    }

    /// <summary>For mocks.</summary>
    protected ObjectClient()
    {
    }
}
