namespace Gainsight.Client.Tests.People;

/// <summary>What became of a, b and c, in the many forms that an answer of unknown names may have: U is upserted, F failed, ? unknown.</summary>
public sealed class PersonBatchAnswerTests
{
    [Theory]
    [InlineData("UUU", """{"status":"COMPLETED"}""")]
    [InlineData("UUU", """{"Status":"Completed","Count":3}""")]
    [InlineData("UUU", """{"count":3,"people":[{"Email":"A@x.example"},{"Email":"b@x.example"},{"Email":"c@x.example"}]}""")]
    [InlineData("UUU", """{"state":"COMPLETED","result":{"count":3,"errorDetails":[]}}""")]
    [InlineData("UUU", """{"status":"COMPLETED","People":["a@x.example","b@x.example","c@x.example"]}""")]
    [InlineData("UFU", """{"status":"COMPLETED","count":2,"errorDetails":[{"rowNumber":2,"fieldName":"EmailOptOut","value":true}],"people":[{"Email":"a@x.example"},{"Email":"c@x.example"}]}""")]
    [InlineData("UFU", """{"status":"COMPLETED","Error details":[{"Row number":"1","Field name":"EmailOptOut","Values":["true"],"Codes":["X"]},{"Row number":"1"}]}""")]
    [InlineData("UFU", """{"status":"COMPLETED","errors":[{"row":1,"errors":[{"field":"Comments","invalidValue":"I am b"}]}]}""")]
    [InlineData("UFU", """{"status":"COMPLETED","errors":[{"email":"B@x.example","message":"bad"}]}""")]
    [InlineData("UFU", """{"status":"COMPLETED","errors":[{"fieldName":"Comments","invalidValue":"I am b","errorCode":"X"}]}""")]
    [InlineData("FUF", """{"status":"COMPLETED","errors":[{"rowNumber":1},{"rowNumber":3}]}""")]
    [InlineData("FUF", """{"status":"COMPLETED","errors":[{"rowNumber":0},{"rowNumber":2}]}""")]
    [InlineData("??U", """{"status":"COMPLETED","errors":[{"rowNumber":1,"message":"of the first or the second"}]}""")]
    [InlineData("U??", """{"status":"COMPLETED","people":[{"Email":"a@x.example"}]}""")]
    [InlineData("???", """{"status":"COMPLETED","count":2}""")]
    [InlineData("???", """{"status":"COMPLETED","errors":[{"message":"of nobody in particular"}]}""")]
    [InlineData("???", """{"status":"COMPLETED","totalCount":3,"failureCount":1}""")]
    [InlineData("UFU", """{"status":"COMPLETED","failureCount":1,"errors":[{"email":"b@x.example"}]}""")]
    [InlineData("UFU", """{"status":"COMPLETED","errorCount":2,"errors":[{"email":"b@x.example"},{"email":"b@x.example"}]}""")]
    [InlineData("?F?", """{"status":"COMPLETED","failedCount":2,"errors":[{"email":"b@x.example"}]}""")]
    [InlineData("???", """{"status":"FAILED"}""")]
    [InlineData("?F?", """{"status":"ABORTED","errors":[{"email":"b@x.example"}]}""")]
    public async Task Every_person_is_told_apart_or_unknown(string expected, string data)
    {
        using var fixture = new PeopleFixture();
        fixture.Wire.Answer(StubHandler.Envelope(data)).Answer(StubHandler.Envelope("""{"records":[]}"""));

        var report = await fixture.People.UpsertInBatchesAsync(PeopleFixture.Three());

        string.Concat(report.Rows.Select(row => row.Status switch { RowStatus.Upserted => 'U', RowStatus.Failed => 'F', _ => '?' })).Should().Be(expected);
        report.Rows.Should().OnlyContain(row => row.Succeeded == (row.Errors.Count == 0), "a row that did not succeed says why");
        fixture.Wire.Sent.Count(sent => !sent.Address.AbsolutePath.Contains("/query/", StringComparison.Ordinal)).Should().Be(1, "the answer tells that the job has ended");
    }

    [Theory]
    [InlineData("\"job-1\"")]
    [InlineData("""{"statusId":"job-1"}""")]
    [InlineData("""{"StatusId":"job-1","status":"INIT"}""")]
    [InlineData("""{"jobId":"job-1","status":"IN_PROGRESS","count":0}""")]
    public async Task A_job_is_asked_after_by_its_id_until_it_has_ended(string started)
    {
        using var fixture = new PeopleFixture();
        fixture.Wire.Answer(StubHandler.Envelope(started))
            .Answer(StubHandler.Envelope("""{"statusId":"job-1","status":"INPROGRESS"}"""))
            .Answer(StubHandler.Envelope("""{"statusId":"job-1","status":"COMPLETED"}"""));

        var report = await fixture.People.UpsertInBatchesAsync(PeopleFixture.Three());

        report.Upserted.Should().HaveCount(3);
        report.Calls.Should().Be(3);
        fixture.Wire.Sent.Skip(1).Should().OnlyContain(sent => sent.Method == HttpMethod.Get && sent.Address.AbsolutePath.EndsWith("/people/async/job-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_cannot_be_asked_after_leaves_its_people_unknown()
    {
        using var fixture = new PeopleFixture();
        fixture.Wire.Answer(StubHandler.Envelope("{}"));

        var report = await fixture.People.UpsertInBatchesAsync(PeopleFixture.Three());

        report.Unknown.Should().HaveCount(3).And.OnlyContain(row => row.Errors[0].Message.Contains("no job", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_batch_goes_out_as_records_and_one_that_is_refused_is_not_probed()
    {
        using var fixture = new PeopleFixture();
        fixture.Wire.Answer(System.Net.HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_VCRUDR1002","errorDesc":"no","requestId":"r","data":null}""");

        var report = await fixture.People.UpsertInBatchesAsync(PeopleFixture.Three());

        report.Failed.Should().HaveCount(3).And.OnlyContain(row => row.Errors[0].Code == "GSOBJ_VCRUDR1002");
        var sent = fixture.Wire.Sent.Should().ContainSingle().Which;
        sent.Address.AbsolutePath.Should().Be("/v1/peoplemgmt/v1.0/people/async");
        sent.Body.Should().StartWith("""{"records":[{"Email":"a@x.example",""");
    }
}
