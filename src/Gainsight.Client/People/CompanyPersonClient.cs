namespace Gainsight.Client;

/// <summary>Reads and writes the links between people and companies. Each link is a row.</summary>
/// <remarks>
/// <para>
/// A new link needs the person and the company, each as a GSID or a lookup. If the link may already exist, upsert it by
/// <c>[CompanyPersonFields.PersonId, CompanyPersonFields.CompanyId]</c> with GSIDs, or upsert the person with <see cref="Person.Companies"/>.
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
