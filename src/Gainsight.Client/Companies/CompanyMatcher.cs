namespace Gainsight.Client;

/// <summary>The GSIDs of companies by the value of one field.</summary>
internal sealed class CompanyMatcher(Field<string> field)
{
    private readonly HashSet<string> _wanted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _exact = new(StringComparer.Ordinal);

    /// <summary>A tenant may find a company by another spelling of its name.</summary>
    private readonly Dictionary<string, List<string>> _similar = new(StringComparer.OrdinalIgnoreCase);

    public void Want(string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _wanted.Add(value);
        }
    }

    public async Task ReadAsync(RecordQuery<Company> query, CancellationToken cancellationToken)
    {
        if (_wanted.Count == 0)
        {
            return;
        }

        foreach (var company in await query.GetManyAsync(field, _wanted, cancellationToken).ConfigureAwait(false))
        {
            if (company.Get(field) is { } value && company.Gsid is { } gsid)
            {
                Add(_exact, value, gsid);
                Add(_similar, value, gsid);
            }
        }
    }

    public IReadOnlyList<string> Find(string? value) =>
        string.IsNullOrEmpty(value) ? []
        : _exact.TryGetValue(value, out var exact) ? exact
        : _similar.TryGetValue(value, out var similar) ? similar
        : [];

    private static void Add(Dictionary<string, List<string>> companies, string value, string gsid)
    {
        if (!companies.TryGetValue(value, out var gsids))
        {
            companies[value] = gsids = [];
        }

        gsids.Add(gsid);
    }
}
