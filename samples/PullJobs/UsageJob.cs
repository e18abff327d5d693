using System.Globalization;

namespace PullJobs;

/// <summary>Flat usage rows, grouped by a key: the metric's name is in one field, its value in another.</summary>
internal sealed record UsageSettings(
    string Object, string Product, string Value, CompanyMatchSettings Match, string? Metric = null, string? GroupBy = null,
    string? Dimension = null, string[]? Secondary = null, string? Where = null);

/// <summary>Pulls product usage. Rows that have the same key are told together, with the company of the first.</summary>
internal sealed class UsageJob(GainsightClient gainsight) : IGainsightJob<UsageSettings>
{
    public async Task RunAsync(JobRun run, UsageSettings settings, CancellationToken cancellationToken)
    {
        run.Ensure(!string.IsNullOrEmpty(settings.Value), "Value", "is empty. Name the field that has the value of the metric.");
        var about = await run.DescribeAsync(gainsight, "Object", settings.Object, cancellationToken);
        var secondary = settings.Secondary ?? [];
        (string Setting, string Name, string? Field)[] named =
        [
            ("Value", "value", settings.Value), ("Metric", "metric", settings.Metric), ("GroupBy", "key", settings.GroupBy),
            ("Dimension", "dimension", settings.Dimension),
            .. secondary.Select((field, index) => ($"Secondary:{index}", field, (string?)field)),
        ];
        var fields = new Dictionary<string, string>();
        foreach (var (setting, name, field) in named.Where(each => !string.IsNullOrEmpty(each.Field)))
        {
            var found = run.Setting(setting, () => about.Get(field!).Name);
            run.Ensure(fields.TryAdd(name, found), setting, $"names {field} again. Remove it.");
        }
        var usage = new ObjectSettings { Object = about.Name, Fields = fields, Where = settings.Where, Match = settings.Match };
        using var rows = new ObjectRows(run, usage);
        await rows.PullAsync(gainsight, cancellationToken: cancellationToken);
        var matched = await rows.FindCompaniesAsync(gainsight, cancellationToken);
        var good = matched.Where(row => IsUsable(run, settings, row));
        foreach (var group in good.GroupBy(each => each.Fields.GetValueOrDefault("key", each.Key)))
        {
            var metrics = group.Select(each => each.Fields).Select(row =>
                $"{row.GetValueOrDefault("metric", settings.Value)} {row["value"]} [{row.GetValueOrDefault("dimension")}] "
                + string.Join(' ', secondary.Select(name => $"{name}={row.GetValueOrDefault(name)}")));
            run.Say($"{settings.Product} usage of {group.Key} (company {group.First().Company}): {string.Join("; ", metrics)}");
        }
    }

    private static bool IsUsable(JobRun run, UsageSettings settings, ObjectRow row)
    {
        var isNumber = decimal.TryParse(row.Fields.GetValueOrDefault("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        var problem = settings.Metric is { Length: > 0 } metric && !row.Fields.ContainsKey("metric") ? $"{metric} has no name of a metric"
            : isNumber ? null : $"{settings.Value} is not a number";
        if (problem is not null)
        {
            run.Skip($"{settings.Object} {row.Key}: {problem}. Correct the row in Gainsight.");
        }
        return problem is null;
    }
}
