using System.Globalization;

namespace PullJobs;

/// <summary>Pulls companies, timeline activities, surveys and product usage. It writes nothing to the tenant.</summary>
internal sealed class Puller(GainsightClient gainsight, IConfiguration configuration, TimeProvider clock) : IJobs
{
    private const int MaxLookBackDays = 30;

    public Task RunAsync(JobRun run, CancellationToken stop) => run.Job switch
    {
        "companies" => PullAsync(run, run.Settings<CompanySettings>(configuration), stop),
        "activities" => ActivitiesAsync(run, run.Settings<ActivitySettings>(configuration), stop),
        "surveys" => SurveysAsync(run, run.Settings<SurveySettings>(configuration), stop),
        "usage" => UsageAsync(run, run.Settings<UsageSettings>(configuration), stop),
        _ => throw new InvalidDataException($"Jobs:{run.Job} is not a job. The jobs: companies, activities, surveys, usage."),
    };

    private async Task PullAsync(JobRun run, ObjectSettings settings, CancellationToken stop)
    {
        using var rows = new ObjectRows(run, settings);
        await rows.ReadAsync(gainsight, stop);
        await rows.SaveAsync(stop);
        run.Say($"{rows.All.Count()} rows of {settings.Object}");
    }

    private async Task ActivitiesAsync(JobRun run, ActivitySettings settings, CancellationToken stop)
    {
        var types = new Row(settings.Categories, StringComparer.OrdinalIgnoreCase);
        if (types.FirstOrDefault(type => type.Value is not ("email" or "meeting" or "manual")) is { Key: { } wrong })
        {
            throw new InvalidDataException($"Jobs:activities:Categories:{wrong} is not a type. Set it to email, meeting or manual.");
        }

        if (settings.SampleSizes is not { Length: > 0 } sizes || sizes.Min() < 1)
        {
            throw new InvalidDataException("Jobs:activities:SampleSizes needs numbers of activities, each at least 1.");
        }

        IReadOnlyList<string> categories;
        try
        {
            categories = await gainsight.Timeline.ListValuesAsync(
                TimelineActivityFields.ReportingCategory, settings.SampleSizes, settings.SampleTimeLimit, stop);
        }
        catch (GainsightTransportException failure) when (failure.IsTimeout)
        {
            throw new InvalidDataException("Jobs:activities:SampleTimeLimit is too short for this tenant, even for the smallest of"
                + " SampleSizes. Raise it, or add a smaller size.");
        }

        foreach (var category in categories)
        {
            run.Say(types.TryGetValue(category, out var type)
                ? $"category {category} becomes {type}"
                : $"category {category} is not mapped. Set Jobs:activities:Categories:{category} to email, meeting or manual.");
        }

        using var rows = new ObjectRows(run, settings);
        await rows.ReadAsync(gainsight, stop);
        await rows.SaveAsync(stop);
        foreach (var type in rows.All.CountBy(each => types.GetValueOrDefault(each.Row.GetValueOrDefault("category", ""), "unmapped")))
        {
            run.Say($"{type.Value} activities are {type.Key}");
        }
    }

    private async Task SurveysAsync(JobRun run, SurveySettings settings, CancellationToken stop)
    {
        if (settings.Limit < 1 || settings.LookBackDays < 1)
        {
            throw new InvalidDataException("Jobs:surveys:Limit and Jobs:surveys:LookBackDays must be at least 1.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((var index, var survey) in settings.Objects.Index())
        {
            var path = $":Objects:{index}";
            try
            {
                await (names.Add(survey.Object)
                    ? SurveyAsync(run, settings, survey, path, stop)
                    : throw new InvalidDataException(
                        $"Jobs:surveys{path}:Object names {survey.Object} again. Remove it: each object is read once."));
            }
            catch (Exception failure) when (failure is GainsightException or InvalidDataException or ArgumentException)
            {
                run.Fail(failure);
            }
        }
    }

    private async Task SurveyAsync(JobRun run, SurveySettings settings, SurveyObject survey, string path, CancellationToken stop)
    {
        var about = await gainsight.Metadata.DescribeAsync(survey.Object, stop);
        var fields = run.Use($"{path}:Custom", () => new Row((survey.Fields ?? []).Concat(survey.Custom ?? [])));
        foreach ((var name, var known) in settings.StandardFields.Where(field => !fields.ContainsKey(field.Key)))
        {
            var found = known.Select(each => about.Find(each.Replace("{0}", survey.Type, StringComparison.Ordinal)));
            fields[name] = found.FirstOrDefault(field => field is not null)?.Name
                ?? throw new InvalidDataException(
                    $"Jobs:surveys{path}:Fields:{name}: {about.Name} has none of the usual fields for it. Name the field.");
        }

        run.Say($"{survey.Type} from {about.Name}: {string.Join(", ", fields.Select(field => $"{field.Key} = {field.Value}"))}");
        (var match, var matchPath) = survey.Match is { } own ? (own, $"{path}:Match") : (settings.Match, ":Match");
        AddMatch(run, fields, about, match, matchPath);
        var begin = ChangeCheckpoint.BeginningAt(clock.GetUtcNow().AddDays(-Math.Min(settings.LookBackDays, MaxLookBackDays)));
        using var rows = new ObjectRows(run, new(about.Name, fields, Where: survey.Where), path, begin);
        await rows.ReadAsync(gainsight, stop, settings.Limit);
        await rows.SaveAsync(stop);
        foreach (var row in await MatchAsync(run, about.Name, rows.All, match, matchPath, stop))
        {
            run.Say($"{survey.Type} response: {string.Join(", ", row.Row.Select(field => $"{field.Key} = {field.Value}"))}");
        }
    }

    private async Task UsageAsync(JobRun run, UsageSettings settings, CancellationToken stop)
    {
        var about = await gainsight.Metadata.DescribeAsync(settings.Object, stop);
        (string Setting, string Name, string? Field)[] named =
        [
            ("Value", "value", settings.Value), ("Metric", "metric", settings.Metric), ("GroupBy", "key", settings.GroupBy),
            ("Dimension", "dimension", settings.Dimension),
            .. (settings.Secondary ?? []).Select((field, index) => ($"Secondary:{index}", field, (string?)field)),
        ];
        var fields = named.Where(each => !string.IsNullOrEmpty(each.Field))
            .ToDictionary(each => each.Name, each => run.Use($":{each.Setting}", () => about.Get(each.Field!).Name));
        AddMatch(run, fields, about, settings.Match, ":Match");
        using var rows = new ObjectRows(run, new(about.Name, fields, Where: settings.Where));
        await rows.ReadAsync(gainsight, stop);
        await rows.SaveAsync(stop);
        var good = rows.All.Where(row => IsUsable(run, settings, row.Key, row.Row)).ToList();
        var matched = await MatchAsync(run, about.Name, good, settings.Match, ":Match", stop);
        foreach (var group in matched.GroupBy(row => row.Row.GetValueOrDefault("key", row.Key)))
        {
            var metrics = group.Select(each => each.Row).Select(row =>
                $"{row.GetValueOrDefault("metric", settings.Value)} {row["value"]} [{row.GetValueOrDefault("dimension")}] "
                + string.Join(' ', (settings.Secondary ?? []).Select(name => $"{name}={row.GetValueOrDefault(name)}")));
            run.Say($"{settings.Product} usage of {group.Key} (company {group.First().Row["company"]}): {string.Join("; ", metrics)}");
        }
    }

    private static bool IsUsable(JobRun run, UsageSettings settings, string key, Row row)
    {
        var problem = settings.Metric is { Length: > 0 } metric && !row.ContainsKey("metric") ? $"{metric} has no name of a metric"
            : !decimal.TryParse(row.GetValueOrDefault("value"), CultureInfo.InvariantCulture, out _) ? $"{settings.Value} is not a number"
            : null;
        if (problem is not null)
        {
            run.Skip($"{settings.Object} {key}: {problem}. Correct the row in Gainsight.");
        }

        return problem is null;
    }

    /// <summary>Reads the fields by which rows find their company. An object may lack the first one if there is a fallback.</summary>
    private static void AddMatch(JobRun run, Row fields, ObjectDescription about, Match match, string path)
    {
        if (match.Fallback is { } fallback)
        {
            fields["fallback"] = run.Use($"{path}:Fallback", () => about.Get(fallback).Name);
        }

        if (match.Fallback is null || about.Find(match.Field) is not null)
        {
            fields["company"] = run.Use($"{path}:Field", () => about.Get(match.Field).Name);
        }
    }

    /// <summary>Finds the companies of rows without one. Rows that match none are told and left out; the next run tries again.</summary>
    private async Task<List<(string Key, Row Row)>> MatchAsync(
        JobRun run, string name, IEnumerable<(string Key, Row Row)> rows, Match match, string path, CancellationToken stop)
    {
        var company = await gainsight.Metadata.DescribeAsync("Company", stop);
        var field = run.Use($"{path}:CompanyField", () => company.Get(match.CompanyField).As<string>());
        var all = rows.ToList();
        var open = all.Where(each => !each.Row.ContainsKey("company")).ToList();
        var values = open.Select(each => each.Row.GetValueOrDefault("fallback")).OfType<string>().Distinct();
        var found = await gainsight.Companies.Query().Select(field).GetManyAsync(field, [.. values], stop);
        var companies = found.ToLookup(each => each.Get(field), each => each.Gsid!);
        foreach ((var key, var row) in open)
        {
            if (companies[row.GetValueOrDefault("fallback")].ToList() is [var gsid])
            {
                row["company"] = gsid;
            }
            else
            {
                run.Skip($"{name} {key}: no company. {match.Field} is empty, and {match.Fallback ?? "no Match:Fallback"} finds"
                    + $" no single company by {match.CompanyField}. It is tried again in the next run.");
            }
        }

        return [.. all.Where(each => each.Row.ContainsKey("company"))];
    }
}
