namespace Gainsight.Client;

/// <content>The companies of the rows.</content>
public sealed partial class ObjectRows
{
    /// <summary>
    /// Finds the company of each row, by <see cref="ObjectSettings.Match"/>: by the GSID in the row, else by the value of the fallback field. A row without a
    /// company, or with several, is left out and noted in the run. As it stays in <see cref="Rows"/>, the next run tries it again.
    /// </summary>
    /// <param name="gainsight">The client.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rows that have a company.</returns>
    /// <exception cref="InvalidOperationException">The settings have no <see cref="ObjectSettings.Match"/>.</exception>
    /// <exception cref="JobSettingException">Companies lack the field. The message begins with the path of the setting.</exception>
    /// <exception cref="GainsightException">The companies could not be read. The exception type says why.</exception>
    public async Task<IReadOnlyList<ObjectRow>> FindCompaniesAsync(GainsightClient gainsight, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gainsight);
        var match = _settings.Match ?? throw new InvalidOperationException("The settings have no Match, which says how a row finds its company.");
        var company = await gainsight.Metadata.DescribeAsync("Company", cancellationToken).ConfigureAwait(false);
        var field = _run.Setting($"{MatchPath}:{nameof(match.CompanyField)}", () => company.Get(match.CompanyField).As<string>());
        var all = await gainsight.Companies.MatchAsync(
            _copy.Rows, row => TextOf(row.Value, match.Field), field, row => TextOf(row.Value, match.Fallback), cancellationToken).ConfigureAwait(false);
        var found = new List<ObjectRow>();
        foreach (var row in all)
        {
            if (row.Gsid is { } gsid)
            {
                found.Add(new() { Key = row.Row.Key, Fields = Named(row.Row.Value), Company = gsid });
            }
            else
            {
                _run.Skip($"{_settings.Object} {row.Row.Key}: no company. {match.Field} is empty, and {match.Fallback ?? "no Fallback"} finds no single company "
                    + $"by {match.CompanyField}. It is tried again in the next run.");
            }
        }

        return found;
    }

    /// <summary>The fields by which rows find their company.</summary>
    private IEnumerable<Field> MatchFields(ObjectDescription about)
    {
        if (_settings.Match is not { } match)
        {
            yield break;
        }

        if (match.Fallback is { } fallback)
        {
            yield return _run.Setting($"{MatchPath}:{nameof(match.Fallback)}", () => about.Get(fallback)).Token;
        }

        if (match.Fallback is null || about.Find(match.Field) is not null)
        {
            yield return _run.Setting($"{MatchPath}:{nameof(match.Field)}", () => about.Get(match.Field)).Token;
        }
    }

    private static string? TextOf(ObjectRecord row, string? field) =>
        field is null ? null : row.GetTexts([KeyValuePair.Create(field, field)]).GetValueOrDefault(field);
}
