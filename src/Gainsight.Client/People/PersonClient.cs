namespace Gainsight.Client;

/// <summary>Reads and upserts people, with their links to companies and relationships.</summary>
/// <remarks>
/// <para>
/// The e-mail address identifies a person; case is ignored. A tenant can be set up to use further fields
/// (Person Resolution Key). The only known write for people is an upsert. Its answer does not say whether a person was
/// created or changed. No path to delete a person is known.
/// </para>
/// <para>
/// The path is <c>/v1/peoplemgmt/v1.0/people</c> (Gainsight People API documentation, known only through third parties). A production integration uses
/// the older <c>/v1.0/api/people</c>. To use that one, set <c>RouteOverrides["People.Upsert"] = "/v1.0/api/people"</c>. People are read by
/// the query call of the record API, which is known to work.
/// </para>
/// </remarks>
public partial class PersonClient : RecordQueryClient<Person>
{
    internal PersonClient(ClientContext context)
        : base(context, PersonFields.Definition)
    {
    }

    /// <summary>For mocks.</summary>
    protected PersonClient()
    {
    }

    /// <summary>Reads the person with an e-mail address, by a query. Costs one call.</summary>
    /// <param name="email">The address. The tenant decides whether case matters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The person, or null when there is none. If the tenant has several people with this address, one of them.</returns>
    /// <exception cref="ArgumentException"><paramref name="email"/> is not an e-mail address.</exception>
    /// <exception cref="GainsightException">The person could not be read. The type of the exception says why.</exception>
    public virtual Task<Person?> GetByEmailAsync(string email, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return ValueRules.IsEmail(email)
            ? Query().Where(PersonFields.Email.EqualTo(email)).FirstOrDefaultAsync(cancellationToken)
            : throw new ArgumentException("This is not an e-mail address. Give the bare address, such as ines@brightwater.example.", nameof(email));
    }
}
