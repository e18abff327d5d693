namespace PullJobs;

internal sealed record CompanySettings(string Schedule, string Object, Row Fields, string? Where = null)
    : ObjectSettings(Object, Fields, Where: Where);

/// <summary>Which activity type each reporting category becomes, and how many activities are sampled to find the categories.</summary>
internal sealed record ActivitySettings(
    string Schedule, string Object, Row Fields, Row Categories, int[] SampleSizes, TimeSpan SampleTimeLimit, string? Where = null)
    : ObjectSettings(Object, Fields, Where: Where);

/// <summary>Surveys. <c>StandardFields</c> has the names under which objects may have a field; {0} is the type of the survey.</summary>
internal sealed record SurveySettings(
    string Schedule, SurveyObject[] Objects, Dictionary<string, string[]> StandardFields, Match Match,
    int LookBackDays = 30, int Limit = 500);

/// <summary>A survey object. Standard fields that <c>Fields</c> does not name are found. <c>Custom</c> registers more fields.</summary>
internal sealed record SurveyObject(
    string Object, string Type, Row? Fields = null, Row? Custom = null, string? Where = null, Match? Match = null);

/// <summary>Flat usage rows, grouped by a key: the metric's name is in one field, its value in another.</summary>
internal sealed record UsageSettings(
    string Schedule, string Object, string Product, string Value, Match Match, string? Metric = null, string? GroupBy = null,
    string? Dimension = null, string[]? Secondary = null, string? Where = null);

/// <summary>How a row finds its company: by the GSID in a field, else by a value that a field of the company has too.</summary>
internal sealed record Match(string Field = "GsCompanyId", string? Fallback = null, string CompanyField = "Name");
