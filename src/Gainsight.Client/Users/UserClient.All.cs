using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <content>The list of users over all its pages.</content>
public partial class UserClient
{
    /// <summary>The page size when the caller names none. A page of this size has the users of most tenants.</summary>
    private const int DefaultPageSize = 1000;

    /// <inheritdoc cref="ListAllAsync(RecordQuery{User}, int, CancellationToken)"/>
    public virtual IAsyncEnumerable<User> ListAllAsync(RecordQuery<User> query, CancellationToken cancellationToken = default) =>
        ListAllAsync(query, DefaultPageSize, cancellationToken);

    /// <summary>Reads the list of users page by page, to its end. To read users of whom others change some meanwhile, use <see cref="RecordQueryClient{T}.Query"/>, which loses none between pages.</summary>
    /// <remarks>
    /// Each page is one of the 100 calls an hour of user management. A tenant that returns smaller pages is asked for its own page size. The list ends when
    /// all of its total number are read or, where the tenant gives no total, with an empty page.
    /// </remarks>
    /// <param name="query">A query from <see cref="RecordQueryClient{T}.Query"/> of this client, with fields, filter and order. Without an order, the users come by GSID.</param>
    /// <param name="pageSize">The number of users per page, 1 to 5,000. Default: 1,000. Gainsight's own limit is unknown.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The users, each once.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The page size is outside its range.</exception>
    /// <exception cref="ArgumentException">The query belongs to another client, or has a <c>Take</c>, <c>Skip</c> or <c>WithLabels</c>, which a page does not support.</exception>
    /// <exception cref="GainsightProtocolException">The pages do not add up: the tenant ignores the page number, or returned fewer users than its total. The users returned so far are valid but incomplete.</exception>
    /// <exception cref="GainsightException">A page could not be read. The type of the exception says why.</exception>
    public virtual async IAsyncEnumerable<User> ListAllAsync(
        RecordQuery<User> query, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var ordered = query.Plan.OrderBy.Count > 0 ? query : query.OrderBy(UserFields.Gsid);
        if (ordered.Plan.Fields.Count > 0 && !ordered.Plan.Reads(UserFields.Gsid))
        {
            ordered = ordered.Select(UserFields.Gsid);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var read = 0;
        var wasShort = false;
        for (var number = 0; ; number++)
        {
            var page = await ListAsync(ordered, number, pageSize, cancellationToken).ConfigureAwait(false);
            User[] fresh = [.. page.Users.Where(user => user.Gsid is not { } gsid || seen.Add(gsid))];
            read += fresh.Length;
            if (page.Users.Count == 0 || (fresh.Length == 0 && read >= page.Total))
            {
                if (page.Total > read)
                {
                    throw Incomplete($"it says that there are {page.Total} users, and returned {read}");
                }

                yield break;
            }

            if (fresh.Length == 0 || wasShort)
            {
                throw Incomplete(wasShort ? "a page has fewer users than the pages around it" : "a page has only users of earlier pages");
            }

            foreach (var user in fresh)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return user;
            }

            if (read >= page.Total)
            {
                yield break;
            }

            wasShort = number > 0 && page.Users.Count < pageSize;

            // A short first page is the last, or shows how many users the tenant returns at once. Its own size finds the next page in both cases.
            pageSize = number == 0 ? Math.Min(pageSize, page.Users.Count) : pageSize;
        }
    }

    private static GainsightProtocolException Incomplete(string reason) => new(
        $"The list of users is incomplete: {reason}. The users returned so far are valid. Read them with Users.Query(), which does not need page numbers.");
}
