namespace Gainsight.Client;

/// <summary>Reads and upserts people, with their links to companies and relationships.</summary>
/// <remarks>
/// <para>
/// A person is known by the e-mail address, compared without regard to case; a tenant can be set up to tell people apart by more
/// (Person Resolution Key). Gainsight has an upsert for people and nothing else that is known: it says neither whether a person was
/// created or changed, nor is there a known path to delete one.
/// </para>
/// <para>
/// The path is <c>/v1/peoplemgmt/v1.0/people</c> (Gainsight People API documentation, read at second hand). A production integration uses
/// the older <c>/v1.0/api/people</c>: <c>RouteOverrides["People.Upsert"] = "/v1.0/api/people"</c> goes there. People are read through
/// the query of objects, which is known to work.
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

    /// <summary>Reads the person with an e-mail address. It is a query, and costs one call.</summary>
    /// <param name="email">The address, compared as the tenant compares texts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The person, or null when there is none; one of them where the tenant allows several of one address.</returns>
    /// <exception cref="ArgumentException"><paramref name="email"/> is not an e-mail address.</exception>
    /// <exception cref="GainsightException">The person could not be read; its type says why.</exception>
    public virtual Task<Person?> GetByEmailAsync(string email, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return ValueRules.IsEmail(email)
            ? Query().Where(PersonFields.Email.EqualTo(email)).FirstOrDefaultAsync(cancellationToken)
            : throw new ArgumentException("This is not an e-mail address. Give the bare address, such as ines@brightwater.example.", nameof(email));
    }
}
