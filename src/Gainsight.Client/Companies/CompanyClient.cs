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

    /// <summary>Finds the company of each row: by the GSID that the row has, else by a value that a field of the company has too.</summary>
    /// <remarks>
    /// A GSID is taken as it is, without a call. The values of the other rows are asked for together, in blocks of 500. Companies with exactly the value
    /// come before companies whose value differs in case only, if the tenant returns these. A value that several companies have matches none of them.
    /// </remarks>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="gsid">The GSID of the row's company, such as the text of <c>GsCompanyId</c>, or null.</param>
    /// <param name="field">The field of companies, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="value">The row's value for this field, or null. It is used only if there is no GSID.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>A match for each row, in the order of the rows.</returns>
    /// <exception cref="GainsightException">The companies could not be read. The exception type says why.</exception>
    /// <example>
    /// <code>
    /// IReadOnlyList&lt;CompanyMatch&lt;Survey&gt;&gt; matches = await gainsight.Companies.MatchAsync(
    ///     surveys, survey => survey.CompanyGsid, CompanyFields.Name, survey => survey.Customer, cancellationToken);
    /// </code>
    /// </example>
    public virtual async Task<IReadOnlyList<CompanyMatch<TRow>>> MatchAsync<TRow>(
        IEnumerable<TRow> rows,
        Func<TRow, string?> gsid,
        Field<string> field,
        Func<TRow, string?> value,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(gsid);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        var all = rows.ToList();
        var matcher = new CompanyMatcher(field);
        foreach (var row in all)
        {
            if (string.IsNullOrEmpty(gsid(row)))
            {
                matcher.Want(value(row));
            }
        }

        await matcher.ReadAsync(Query().Select(field), cancellationToken).ConfigureAwait(false);
        var matches = new List<CompanyMatch<TRow>>(all.Count);
        foreach (var row in all)
        {
            var own = gsid(row);
            var candidates = string.IsNullOrEmpty(own) ? matcher.Find(value(row)) : [own];
            matches.Add(new() { Row = row, Gsid = candidates.Count == 1 ? candidates[0] : null, Candidates = candidates.Count });
        }

        return matches;
    }
}
