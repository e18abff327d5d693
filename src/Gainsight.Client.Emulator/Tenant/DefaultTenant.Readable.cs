namespace Gainsight.Client.Emulator;

/// <content>Objects that are only read: surveys, scorecards and usage. A test fills them through the back door.</content>
internal static partial class DefaultTenant
{
    /// <summary>Their names and fields are those of live tenants; that they are written in Pascal case is inferred.</summary>
    private static void AddSurveys(TenantData tenant)
    {
        var nps = AddSurvey(tenant, "nps_survey_response", "NPS Survey Response", "1S11");
        nps.AddFields(EmulatedDataType.Number, "NPSScore", "TrueNPS");
        nps.AddFields(EmulatedDataType.String, "ScoreType");

        var csat = AddSurvey(tenant, "csat_survey_response", "CSAT Survey Response", "1S05");
        csat.AddFields(EmulatedDataType.Number, "CSATScore");
        csat.AddFields(EmulatedDataType.Percentage, "CSATPercent");
        csat.AddFields(EmulatedDataType.Gsid, "QuestionId", "UserAnswerId");
        csat.AddFields(EmulatedDataType.Email, "Email");
        csat.AddFields(EmulatedDataType.String, "Name", "Role");

        var generic = AddSurvey(tenant, "survey_response", "Survey Response", "1S06");
        generic.AddField("GsCompanyId", EmulatedDataType.Lookup).LookupObject = Company;
        generic.AddFields(EmulatedDataType.String, "Question", "Answer");
    }

    private static EmulatedObject AddSurvey(TenantData tenant, string name, string label, string prefix)
    {
        var survey = AddReadable(tenant, name, label, prefix);
        AddSystemField(survey, FieldNames.Gsid, EmulatedDataType.Gsid).Nillable = false;
        survey.AddFields(EmulatedDataType.Gsid, "SurveyId", "ParticipantId", "PersonId", "CompanyPersonId", "LanguageId");
        survey.AddField("CompanyId", EmulatedDataType.Lookup).LookupObject = Company;
        survey.AddFields(EmulatedDataType.String, "Comment", "Sentiment", "UserName", "UserRole");
        survey.AddFields(EmulatedDataType.Email, "UserEmail");
        survey.AddFields(EmulatedDataType.DateTime, "RespondedDate");
        survey.AddFields(EmulatedDataType.Boolean, "Deleted");
        survey.Field("Comment").Length = 4_000;
        AddSystemField(survey, "CreatedAt", EmulatedDataType.DateTime).Generate = () => tenant.Now;
        AddTimeOfChange(tenant, survey, "ModifiedAt");
        AddSystemField(survey, FieldNames.CreatedBy, EmulatedDataType.Lookup).LookupObject = User;
        AddSystemField(survey, FieldNames.ModifiedBy, EmulatedDataType.Lookup).LookupObject = User;
        return survey;
    }

    /// <summary>The name of the facts is generated in each tenant (live). Both objects count their rows and have no GSID.</summary>
    private static void AddScorecards(TenantData tenant)
    {
        var facts = AddNumbered(tenant, "customer_health_scorecard_fact_1", "Scorecard Fact", "1S07");
        facts.AddField("account_id__gc", EmulatedDataType.Lookup).LookupObject = Company;
        facts.AddFields(EmulatedDataType.Gsid, "scorecard_id__gc", "measure_id__gc", "cur_score_id__gc", "prev_score_id__gc");
        facts.AddFields(EmulatedDataType.Number, "trend__gc");
        facts.AddFields(EmulatedDataType.RichText, "comments__gc");
        facts.AddFields(EmulatedDataType.DateTime, "score_modified_at__gc");
        facts.AddField("score_modified_by_id__gc", EmulatedDataType.Lookup).LookupObject = User;
        facts.AddFields(EmulatedDataType.Boolean, "active");

        var history = AddNumbered(tenant, "account_scorecard_history", "Account Scorecard History", "1S08");
        history.AddField("account_id__gc", EmulatedDataType.Lookup).LookupObject = Company;
        history.AddFields(EmulatedDataType.Gsid, "scorecard_id__gc");
        history.AddFields(EmulatedDataType.Date, "snapshot_date__gc");
        history.AddFields(EmulatedDataType.String, "time_granularity__gc");
        history.AddFields(EmulatedDataType.Number, "overall_score_account__gc", "product_usage__gc", "support__gc");
    }

    private static void AddUsage(TenantData tenant)
    {
        var weekly = AddCustomObject(tenant, "Weekly_Usage__gc", "Weekly Usage");
        weekly.AddField("Company__gc", EmulatedDataType.Lookup).LookupObject = Company;
        weekly.AddFields(EmulatedDataType.String, "Account_Key__gc");
        weekly.AddFields(EmulatedDataType.Date, "Week_Start__gc");
        weekly.AddFields(EmulatedDataType.Number, "Active_Users__gc", "Logins__gc", "Page_Views__gc");

        // Adoption Explorer puts the name of the project before what the object holds (official); the exact form is inferred.
        var daily = AddNumbered(tenant, "Portal_Company_Time_Series_Daily", "Portal Company Time Series - Daily", "1S09");
        daily.AddField("company_id", EmulatedDataType.Lookup).LookupObject = Company;
        daily.AddFields(EmulatedDataType.Date, "usage_date");
        daily.AddFields(EmulatedDataType.Number, "active_users", "sessions");
    }

    private static EmulatedObject AddReadable(TenantData tenant, string name, string label, string prefix) =>
        tenant.Add(new(tenant, name, label, EmulatedObjectKind.System, prefix) { Writable = false });

    private static EmulatedObject AddNumbered(TenantData tenant, string name, string label, string prefix)
    {
        var item = AddReadable(tenant, name, label, prefix);
        decimal last = 0;
        var id = AddSystemField(item, "Id", EmulatedDataType.Number);
        id.Generate = () => ++last;
        id.Nillable = false;
        return item;
    }
}
