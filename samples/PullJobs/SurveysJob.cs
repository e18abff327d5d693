namespace PullJobs;

/// <summary>Surveys. <c>StandardFields</c> has the names under which objects may have a field; {0} is the type of the survey.</summary>
internal sealed record SurveySettings(
    SurveyObject[] Objects, Dictionary<string, string[]> StandardFields, CompanyMatchSettings Match,
    int LookBackDays = 30, int Limit = 500);

/// <summary>A survey object. Standard fields that <c>Fields</c> does not name are found. <c>Custom</c> registers more fields.</summary>
internal sealed record SurveyObject(
    string Object, string Type, Row? Fields = null, Row? Custom = null, string? Where = null, CompanyMatchSettings? Match = null);

/// <summary>Pulls the responses of several survey objects, each once. One that fails stops no other.</summary>
internal sealed class SurveysJob(GainsightClient gainsight) : IGainsightJob<SurveySettings>
{
    private const int MaxLookBackDays = 30;

    public async Task RunAsync(JobRun run, SurveySettings settings, CancellationToken cancellationToken)
    {
        if (settings.Limit < 1 || settings.LookBackDays < 1)
        {
            throw new JobSettingException("Jobs:surveys:Limit and Jobs:surveys:LookBackDays must be at least 1.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((var index, var survey) in settings.Objects.Index())
        {
            var path = $"Objects:{index}";
            try
            {
                await (names.Add(survey.Object)
                    ? PullAsync(run, settings, survey, path, cancellationToken)
                    : throw new JobSettingException(
                        $"Jobs:surveys:{path}:Object names {survey.Object} again. Remove it: each object is read once."));
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
        var about = await gainsight.Metadata.DescribeAsync(survey.Object, stop);
        var named = (survey.Fields ?? new Dictionary<string, string>()).Concat(survey.Custom ?? new Dictionary<string, string>());
        var fields = run.Setting($"{path}:Custom", () => new Dictionary<string, string>(named));
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
