using System.Globalization;

namespace PullJobs;

/// <summary>Pulls companies, timeline activities, surveys and product usage. It writes nothing to the tenant.</summary>
internal sealed class Puller(GainsightClient gainsight, TimeProvider clock)
{
    private const int MaxLookBackDays = 30;

    private static readonly Row DefaultCategories = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Email"] = "email",
        ["Meeting"] = "meeting",
        ["Call"] = "meeting",
        ["Update"] = "manual",
        ["Risk"] = "manual",
    };

    /// <summary>The standard fields of a survey, and the names that they have. {0} is the type of the survey.</summary>
    private static readonly Dictionary<string, string[]> StandardFields = new()
    {
        ["score"] = ["{0}Score", "Score"],
        ["date"] = ["RespondedDate"],
        ["comment"] = ["Comment"],
        ["email"] = ["UserEmail", "Email"],
    };

    public Task RunAsync(JobRun run, CancellationToken cancellationToken) => run.Job switch
    {
        "companies" => ObjectRows.ReadAsync(gainsight, run, run.Settings<CompanySettings>(), cancellationToken),
        "activities" => ActivitiesAsync(run, run.Settings<ActivitySettings>(), cancellationToken),
        "surveys" => SurveysAsync(run, run.Settings<SurveySettings>(), cancellationToken),
        "usage" => UsageAsync(run, run.Settings<UsageSettings>(), cancellationToken),
        _ => throw new InvalidDataException($"Jobs:{run.Job} is not a job. The jobs: companies, activities, surveys, usage."),
    };

    private async Task ActivitiesAsync(JobRun run, ActivitySettings settings, CancellationToken cancellationToken)
    {
        var types = new Row((settings.Categories ?? []).Concat(DefaultCategories).DistinctBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
        foreach (var category in await SampleAsync(run, settings, cancellationToken))
        {
            run.Say(types.TryGetValue(category, out var type)
                ? $"category {category} becomes {type}"
                : $"category {category} is not mapped. Set Jobs:activities:Categories:{category} to email, meeting or manual.");
        }

        foreach (var row in (await ObjectRows.ReadAsync(gainsight, run, settings, cancellationToken)).Select(change => change.After).OfType<Row>())
        {
            row["type"] = types.GetValueOrDefault(row.GetValueOrDefault("category", ""), "unmapped");
        }
    }

    /// <summary>The categories in use. A slow tenant is asked for fewer activities.</summary>
    private async Task<IReadOnlyList<string>> SampleAsync(JobRun run, ActivitySettings settings, CancellationToken cancellationToken)
    {
        foreach (var size in settings.SampleSizes)
        {
            using var limit = new CancellationTokenSource(settings.SampleTimeLimit, clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                return await gainsight.Timeline.ListValuesAsync(TimelineActivityFields.ReportingCategory, size, both.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                run.Say($"a sample of {size} activities took more than {settings.SampleTimeLimit.TotalSeconds} s");
            }
        }

        throw new InvalidDataException("Jobs:activities:SampleTimeLimit is too short for this tenant, even for the smallest of SampleSizes. Raise it, or add a smaller size.");
    }

    private async Task SurveysAsync(JobRun run, SurveySettings settings, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((var index, var survey) in settings.Objects.Index())
        {
            var path = $":Objects:{index}";
            try
            {
                await (names.Add(survey.Object)
                    ? SurveyAsync(run, settings, survey, path, cancellationToken)
                    : throw new InvalidDataException($"Jobs:surveys{path}:Object names {survey.Object} again. Remove it: each object is read once."));
            }
            catch (Exception failure) when (failure is GainsightException or InvalidDataException or ArgumentException)
            {
                run.Fail(failure);
            }
        }
    }

    private async Task SurveyAsync(JobRun run, SurveySettings settings, SurveyObject survey, string path, CancellationToken cancellationToken)
    {
        var about = await gainsight.Metadata.DescribeAsync(survey.Object, cancellationToken);
        var fields = new Row((survey.Fields ?? []).Concat(survey.Custom ?? []));
        foreach ((var name, var known) in StandardFields.Where(field => !fields.ContainsKey(field.Key)))
        {
            var found = known.Select(each => about.Find(string.Format(CultureInfo.InvariantCulture, each, survey.Type))).FirstOrDefault(each => each is not null);
            fields[name] = found?.Name ?? throw new InvalidDataException($"Jobs:surveys{path}:Fields:{name}: {about.Name} has none of the usual fields for it. Name the field.");
        }

        run.Say($"{survey.Type} from {about.Name}: {string.Join(", ", fields.Select(field => $"{field.Key} = {field.Value}"))}");
        var match = survey.Match ?? settings.Match;
        AddMatch(fields, about, match);
        var days = Math.Min(settings.LookBackDays, MaxLookBackDays);
        await ObjectRows.ReadAsync(
            gainsight, run, new(about.Name, fields, Where: survey.Where), cancellationToken, path, ChangeCheckpoint.BeginningAt(clock.GetUtcNow().AddDays(-days)), settings.Limit);
        await MatchAsync(run, about.Name, match, cancellationToken);
    }

    private async Task UsageAsync(JobRun run, UsageSettings settings, CancellationToken cancellationToken)
    {
        var about = await gainsight.Metadata.DescribeAsync(settings.Object, cancellationToken);
        (string, string?)[] named = [("value", settings.Value), ("metric", settings.Metric), ("key", settings.GroupBy), ("dimension", settings.Dimension)];
        var fields = named.Where(field => field.Item2 is not null).Concat((settings.Secondary ?? []).Select(field => (field, (string?)field))).ToDictionary(field => field.Item1, field => field.Item2!);
        AddMatch(fields, about, settings.Match);
        foreach (var change in await ObjectRows.ReadAsync(gainsight, run, new(about.Name, fields, Where: settings.Where), cancellationToken))
        {
            var problem = change.After is not { } row ? null
                : settings.Metric is { } metric && !row.ContainsKey("metric") ? $"{metric} has no name of a metric"
                : !decimal.TryParse(row.GetValueOrDefault("value"), CultureInfo.InvariantCulture, out _) ? $"{settings.Value} is not a number"
                : null;
            if (problem is not null)
            {
                run.Memory.Rows.Remove(change.Key);
                run.Skip($"{change.Key}: {problem}. Correct the row: it is read again when it changes.");
            }
        }

        await MatchAsync(run, about.Name, settings.Match, cancellationToken);
        foreach (var group in run.Memory.Rows.GroupBy(row => row.Value.GetValueOrDefault("key") ?? row.Key))
        {
            var metrics = group.Select(row => row.Value).Select(row =>
                $"{row.GetValueOrDefault("metric") ?? settings.Value} {row["value"]} [{row.GetValueOrDefault("dimension")}] {string.Join(' ', (settings.Secondary ?? []).Select(name => $"{name}={row.GetValueOrDefault(name)}"))}");
            run.Say($"{settings.Product} usage of {group.Key} (company {group.First().Value.GetValueOrDefault("company", "unknown")}): {string.Join("; ", metrics)}");
        }
    }

    private static void AddMatch(Row fields, ObjectDescription about, Match match)
    {
        if (about.Find(match.Field) is { } company)
        {
            fields["company"] = company.Name;
        }

        if (match.Fallback is { } fallback)
        {
            fields["fallback"] = fallback;
        }
    }

    /// <summary>Finds the companies of rows without one, those of earlier runs too.</summary>
    private async Task MatchAsync(JobRun run, string name, Match match, CancellationToken cancellationToken)
    {
        var company = await gainsight.Metadata.DescribeAsync("Company", cancellationToken);
        var field = run.Use(":Match:CompanyField", () => company.Get(match.CompanyField)).As<string>();
        var open = run.Memory.Rows.Where(row => row.Key.StartsWith($"{name} ", StringComparison.Ordinal) && !row.Value.ContainsKey("company")).ToList();
        var values = open.Select(row => row.Value.GetValueOrDefault("fallback")).OfType<string>().Distinct().ToList();
        var companies = (await gainsight.Companies.Query().Select(field).GetManyAsync(field, values, cancellationToken)).ToLookup(each => each.Get(field), each => each.Gsid!);
        foreach ((var key, var row) in open)
        {
            if (companies[row.GetValueOrDefault("fallback")].ToList() is [var gsid])
            {
                row["company"] = gsid;
            }
            else
            {
                run.Skip($"{key}: no company. {match.Field} is empty, and {match.Fallback ?? "no Match:Fallback"} finds no single company by {match.CompanyField}. It is tried again in the next run.");
            }
        }
    }
}
