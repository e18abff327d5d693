namespace Gainsight.Client.Emulator.Tests;

public sealed class ReadableObjectTests
{
    [Theory]
    [InlineData("customer_health_scorecard_fact_1", "trend__gc")]
    [InlineData("account_scorecard_history", "overall_score_account__gc")]
    [InlineData("Portal_Company_Time_Series_Daily", "sessions")]
    public async Task Objects_without_a_GSID_are_numbered_and_read_by_offset(string name, string field)
    {
        using var tenant = new Tenant();
        var source = tenant.Emulator.Object(name);
        foreach (var i in Enumerable.Range(1, 25))
        {
            _ = source.Insert((field, i));
        }

        var second = await tenant.QueryAsync(name, $$"""{"select":["Id","{{field}}"],"orderBy":{"Id":"asc"},"limit":10,"offset":10}""");
        var keyset = await tenant.QueryAsync(name, """
            {"select":["Id"],"where":{"conditions":[{"name":"Id","alias":"A","value":[20],"operator":"GT"}],"expression":"A"},"orderBy":{"Id":"asc"}}
            """);
        var gsid = await tenant.QueryAsync(name, """{"select":["Gsid"]}""");

        second.Records.Select(record => record.GetProperty("Id").GetInt32()).Should().Equal(Enumerable.Range(11, 10));
        second.Records.Select(record => record.GetProperty(field).GetInt32()).Should().Equal(Enumerable.Range(11, 10));
        keyset.Records.Select(record => record.GetProperty("Id").GetInt32()).Should().Equal(21, 22, 23, 24, 25);
        gsid.Code.Should().Be("GSOBJ_1002");
    }

    [Theory]
    [InlineData("nps_survey_response", "NPSScore")]
    [InlineData("csat_survey_response", "CSATScore")]
    public async Task Surveys_have_their_own_names_for_the_times_of_creation_and_change(string name, string score)
    {
        using var tenant = new Tenant();
        var survey = tenant.Emulator.Object(name);
        var company = tenant.Companies.Insert(("Name", "Acme"));
        var gsid = survey.Insert((score, 9), ("CompanyId", company), ("RespondedDate", tenant.Clock.GetUtcNow()));
        var made = tenant.Clock.GetUtcNow();
        tenant.Clock.Advance(TimeSpan.FromHours(1));

        survey.Update(gsid, (score, 8));

        var read = await tenant.QueryAsync(name, $$"""{"select":["{{score}}","CompanyId__gr.Name"]}""");
        read.Records.Single().GetRawText().Should().Be($$"""{"{{score}}":8,"CompanyId__gr.Name":"Acme"}""");
        (survey.Find(gsid)!["CreatedAt"], survey.Find(gsid)!["ModifiedAt"]).Should().Be((made, tenant.Clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("survey_response")]
    [InlineData("customer_health_scorecard_fact_1")]
    [InlineData("activity_timeline")]
    public async Task They_are_described_and_take_no_writes(string name)
    {
        using var tenant = new Tenant();

        var described = await tenant.SendAsync(HttpMethod.Get, $"/v1/meta/services/objects/{name}/describe");
        var written = await tenant.InsertAsync(name, """{"Subject":"x"}""");

        var item = described.Data[0];
        (item.GetProperty("objectType").GetString(), item.GetProperty("createable").GetBoolean()).Should().Be(("SYSTEM", false));
        item.GetProperty("fields").GetArrayLength().Should().BeGreaterThan(5);
        written.Result.Should().BeFalse();
    }
}
