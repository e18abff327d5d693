namespace Gainsight.Client;

/// <summary>Reads and writes companies.</summary>
/// <remarks>
/// The natural key is <see cref="CompanyFields.Name"/>. Connectors use it as a key, although no documentation says that it is unique. An insert needs it.
/// </remarks>
public class CompanyClient : RecordClient<Company>
{
    internal CompanyClient(ClientContext context)
        : base(context, CompanyFields.Definition)
    {
    }

    /// <summary>For mocks.</summary>
    protected CompanyClient()
    {
    }
}
