namespace Gainsight.Client;

/// <summary>Reads and writes the links between people and companies, each a row of its own.</summary>
/// <remarks>
/// <para>
/// A new link needs both ends, each as GSID or as a lookup. To write a link whether it is there or not, upsert it by both ends,
/// <c>[CompanyPersonFields.PersonId, CompanyPersonFields.CompanyId]</c>, given by their GSIDs, or upsert the person with <see cref="Person.Companies"/>.
/// </para>
/// </remarks>
public class CompanyPersonClient : RecordClient<CompanyPerson>
{
    internal CompanyPersonClient(ClientContext context)
        : base(context, CompanyPersonFields.Definition)
    {
    }

    /// <summary>For mocks.</summary>
    protected CompanyPersonClient()
    {
    }
}
