namespace PullJobs;

/// <summary>Surveys. <c>StandardFields</c> has the names under which objects may have a field; {0} is the type of the survey.</summary>
internal sealed record SurveySettings(
    SurveyObject[] Objects, Dictionary<string, string[]> StandardFields, CompanyMatchSettings Match,
    int LookBackDays = 30, int Limit = 500);

/// <summary>A survey object. Standard fields that <c>Fields</c> does not name are found. <c>Custom</c> registers more fields.</summary>
internal sealed record SurveyObject(
    string Object = "", string Type = "Survey", Row? Fields = null, Row? Custom = null, string? Where = null,
    CompanyMatchSettings? Match = null);

/// <summary>Pulls the responses of several survey objects, each once. One that fails stops no other.</summary>
internal sealed class SurveysJob(GainsightClient gainsight) : IGainsightJob<SurveySettings>
{
    private const int MaxLookBackDays = 30;

    public async Task RunAsync(JobRun run, SurveySettings settings, CancellationToken cancellationToken)
    {
        run.Ensure(settings.Limit > 0, "Limit", "must be at least 1.");
        run.Ensure(settings.LookBackDays > 0, "LookBackDays", "must be at least 1.");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((var index, var survey) in settings.Objects.Index())
        {
            var path = $"Objects:{index}";
            try
            {
                run.Ensure(names.Add(survey.Object), $"{path}:Object",
                    $"names {survey.Object} again. Remove it: each object is read once.");
                await PullAsync(run, settings, survey, path, cancellationToken);
            }
            catch (Exception failure) when (failure is GainsightException or JobSettingException or ArgumentException
                or InvalidDataException)
            {
                run.Fail(failure);
            }
        }
    }

    private async Task PullAsync(JobRun run, SurveySettings settings, SurveyObject survey, string path, CancellationToken stop)
    {
        var about = await run.DescribeAsync(gainsight, $"{path}:Object", survey.Object, stop);
        var fields = new Dictionary<string, string>(survey.Fields ?? new Dictionary<string, string>());
        foreach (var custom in survey.Custom ?? new Dictionary<string, string>())
        {
            run.Ensure(fields.TryAdd(custom.Key, custom.Value), $"{path}:Custom:{custom.Key}", "is also in Fields. Keep one.");
        }
        foreach ((var name, var known) in settings.StandardFields.Where(field => !fields.ContainsKey(field.Key)))
        {
            var usual = known.Select(each => about.Find(each.Replace("{0}", survey.Type, StringComparison.Ordinal)));
            fields[name] = usual.FirstOrDefault(field => field is not null)?.Name
                ?? throw new JobSettingException(
                    $"Jobs:surveys:{path}:Fields:{name}: {about.Name} has none of the usual fields for it. Name the field.");
        }
        run.Say($"{survey.Type} from {about.Name}: {string.Join(", ", fields.Select(field => $"{field.Key} = {field.Value}"))}");
        var begin = ChangeCheckpoint.BeginningAt(DateTimeOffset.UtcNow.AddDays(-Math.Min(settings.LookBackDays, MaxLookBackDays)));
        var match = survey.Match ?? settings.Match;
        var found = new ObjectSettings { Object = about.Name, Fields = fields, Where = survey.Where, Match = match };
        using var rows = new ObjectRows(run, found, path, begin) { MatchPath = survey.Match is null ? "Match" : $"{path}:Match" };
        await rows.PullAsync(gainsight, settings.Limit, stop);
        foreach (var response in await rows.FindCompaniesAsync(gainsight, stop))
        {
            var texts = string.Join(", ", response.Fields.Select(field => $"{field.Key} = {field.Value}"));
            run.Say($"{survey.Type} response: {texts}, company = {response.Company}");
        }
    }
}
