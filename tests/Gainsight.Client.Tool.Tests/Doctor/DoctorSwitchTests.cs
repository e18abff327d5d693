using Gainsight.Client.Emulator;

namespace Gainsight.Client.Tool.Tests.Doctor;

public sealed class DoctorSwitchTests
{
    [Theory]
    [InlineData("{}", "Form of a query's rows", "records in an object")]
    [InlineData("""{"QueryData":"BareArray"}""", "Form of a query's rows", "a list")]
    [InlineData("""{"QueryData":"AsDocumented"}""", "Form of a query's rows", "a list for companies, records in an object for users")]
    [InlineData("{}", "Times in answers", "ISO 8601 in seconds")]
    [InlineData("""{"Dates":"IsoMilliseconds"}""", "Times in answers", "ISO 8601 with milliseconds")]
    [InlineData("""{"Dates":"EpochMilliseconds"}""", "Times in answers", "epoch milliseconds")]
    [InlineData("""{"Dates":"SpaceSeparated"}""", "Times in answers", "with a space, without a zone")]
    [InlineData("""{"ResponseTimeZone":"Asia/Kolkata"}""", "Times in answers", "ISO 8601 with an offset")]
    [InlineData("{}", "Numbers in answers", "numbers")]
    [InlineData("""{"NumbersAreText":true}""", "Numbers in answers", "text")]
    [InlineData("{}", "Encoding of answers", "UTF-8")]
    [InlineData("""{"ResponseEncoding":"Utf8WithMark"}""", "Encoding of answers", "UTF-8 with a byte order mark")]
    [InlineData("""{"ResponseEncoding":"Utf16"}""", "Encoding of answers", "UTF-16")]
    [InlineData("""{"ResponseEncoding":"Latin1"}""", "Encoding of answers", "Latin-1, declared")]
    [InlineData("""{"ResponseEncoding":"Latin1Undeclared"}""", "Encoding of answers", "not UTF-8, undeclared")]
    [InlineData("{}", "Empty fields in rows", "null")]
    [InlineData("""{"EmptyValues":"MissingKey"}""", "Empty fields in rows", "absent")]
    [InlineData("""{"EmptyValues":"EmptyTextForDates"}""", "Empty fields in rows", "\"\" for dates, null")]
    [InlineData("{}", "A query that finds nothing", "an empty list")]
    [InlineData("""{"EmptyResult":"NoDataFound"}""", "A query that finds nothing", "result: false, no data found")]
    [InlineData("""{"EmptyResult":"BadRequest"}""", "A query that finds nothing", "refused (400 GSOBJ_1011)")]
    [InlineData("{}", "A refused query", "400 GSOBJ_1002")]
    [InlineData("""{"RefusalStatus":"OkWithResultFalse"}""", "A refused query", "200 GSOBJ_1002, result: false")]
    [InlineData("{}", "Gsid GT", "honoured")]
    [InlineData("""{"GsidGreaterThan":"Ignored"}""", "Gsid GT", "ignored")]
    [InlineData("""{"GsidGreaterThan":"Refused"}""", "Gsid GT", "refused (400 GSOBJ_1009)")]
    [InlineData("{}", "Parentheses in filters", "honoured")]
    [InlineData("""{"Parentheses":"Ignored"}""", "Parentheses in filters", "ignored")]
    [InlineData("""{"Parentheses":"Ignored","ExpressionPrecedence":"LeftToRight"}""", "Parentheses in filters", "ignored")]
    [InlineData("""{"Parentheses":"Refused"}""", "Parentheses in filters", "refused")]
    [InlineData("{}", "AND and OR in a row", "AND binds tighter")]
    [InlineData("""{"ExpressionPrecedence":"LeftToRight"}""", "AND and OR in a row", "from left to right")]
    [InlineData("{}", "IN", "honoured")]
    [InlineData("""{"In":"Ignored"}""", "IN", "ignored")]
    [InlineData("""{"In":"Refused"}""", "IN", "refused")]
    [InlineData("{}", "BTW", "the end is included")]
    [InlineData("""{"BetweenIncludesEnd":false}""", "BTW", "the end is not included")]
    [InlineData("""{"BetweenIncludesEnd":false,"Dates":"EpochMilliseconds"}""", "BTW", "the end is not included")]
    [InlineData("""{"BetweenIncludesEnd":false,"ResponseTimeZone":"Asia/Kolkata"}""", "BTW", "the end is not included")]
    [InlineData("{}", "NE and empty fields", "finds them")]
    [InlineData("""{"NotEqualFindsEmpty":false}""", "NE and empty fields", "does not find them")]
    [InlineData("{}", "Rows of a page", "as many as asked for")]
    [InlineData("""{"PageCap":4}""", "Rows of a page", "at most 4")]
    [InlineData("""{"PageShortBy":1}""", "Rows of a page", "fewer than asked for")]
    [InlineData("""{"PageShortBy":4995}""", "Rows of a page", "4 fewer than asked for")]
    [InlineData("""{"RandomPageSizes":7}""", "Rows of a page", "fewer than asked for")]
    [InlineData("""{"IgnoresLimit":true}""", "Rows of a page", "limit ignored")]
    [InlineData("{}", "orderBy", "honoured")]
    [InlineData("""{"IgnoresOrderBy":true}""", "orderBy", "ignored")]
    [InlineData("{}", "limit above 5,000", "refused (400 GSOBJ_1009)")]
    [InlineData("""{"OverLimit":"Clamped"}""", "limit above 5,000", "accepted, with at most 5,000 rows")]
    [InlineData("{}", "Times without a zone in filters", "UTC")]
    [InlineData("""{"FilterTimeOffset":"05:30:00"}""", "Times without a zone in filters", "UTC+05:30")]
    [InlineData("""{"FilterTimeOffset":"-08:00:00"}""", "Times without a zone in filters", "UTC-08:00")]
    [InlineData("""{"FilterTimeZone":"Pacific/Kiritimati"}""", "Times without a zone in filters", "UTC+14:00")]
    [InlineData("{}", "Times with a zone in filters", "honoured")]
    [InlineData("""{"FilterTimeOffset":"05:30:00"}""", "Times with a zone in filters", "honoured")]
    [InlineData("""{"FilterTimesIgnoreTheirOffset":true}""", "Times with a zone in filters", "ignored: every time is read as UTC")]
    [InlineData("""{"FilterTimesIgnoreTheirOffset":true,"FilterTimeOffset":"05:30:00"}""", "Times with a zone in filters", "ignored, read at UTC+05:30")]
    [InlineData("""{"FilterTimesIgnoreTheirOffset":true,"FilterTimeOffset":"-08:00:00"}""", "Times with a zone in filters", "ignored, read at UTC-08:00")]
    [InlineData("{}", "EQ: small and capital letters", "different")]
    [InlineData("""{"KeysIgnoreCase":true}""", "EQ: small and capital letters", "the same")]
    [InlineData("{}", "EQ: spaces at both ends", "different")]
    [InlineData("""{"KeysAreTrimmed":true}""", "EQ: spaces at both ends", "the same")]
    [InlineData("{}", "EQ: composed and decomposed letters", "different")]
    [InlineData("""{"KeysAreComposed":true}""", "EQ: composed and decomposed letters", "the same")]
    [InlineData("{}", "EQ: Salesforce ids of 15 and 18", "different")]
    [InlineData("""{"SalesforceIdsMatchInBothLengths":true}""", "EQ: Salesforce ids of 15 and 18", "the same")]
    [InlineData("{}", "Case of picklist labels", "matters, in filters")]
    [InlineData("""{"PicklistsAreCaseSensitive":false}""", "Case of picklist labels", "does not matter")]
    [InlineData("{}", "List of objects", "GET")]
    [InlineData("""{"ListsObjectsByGet":false}""", "List of objects", "POST only")]
    [InlineData("{}", "Describe of several objects", "one call")]
    [InlineData("""{"DescribesByPost":false}""", "Describe of several objects", "one each (404 GS_APIG_1000)")]
    [InlineData("{}", "An unknown object among several", "the call is refused (404 OBJECT_NOT_FOUND)")]
    [InlineData("""{"UnknownDescribe":"LeftOut"}""", "An unknown object among several", "left out")]
    [InlineData("{}", "Describe of an unknown object", "404 OBJECT_NOT_FOUND")]
    [InlineData("""{"UnknownObjectStatus":200}""", "Describe of an unknown object", "200 OBJECT_NOT_FOUND")]
    [InlineData("{}", "Picklist items in describe", "when asked for")]
    [InlineData("""{"DescribeOptions":"Always"}""", "Picklist items in describe", "always")]
    [InlineData("""{"DescribeOptions":"Never"}""", "Picklist items in describe", "never")]
    [InlineData("{}", "Header Date", "sent")]
    [InlineData("""{"SendsDate":false}""", "Header Date", "not sent: a proxy may strip it")]
    [InlineData("{}", "A refused list of CTAs", "200 COCKPIT_5101")]
    [InlineData("""{"CockpitRefusalStatus":"BadRequest"}""", "A refused list of CTAs", "400 COCKPIT_5101")]
    [InlineData("{}", "Due dates in lists of CTAs", "a date with a time")]
    [InlineData("""{"CockpitDueDates":"Date"}""", "Due dates in lists of CTAs", "a date")]
    [InlineData("{}", "Order of lists of CTAs", "the same for two equal calls")]
    [InlineData("""{"CockpitPages":"ChangesBetweenPages"}""", "Order of lists of CTAs", "changes")]
    [InlineData("{}", "Times of day in list filters", "refused (200 COCKPIT_5101)")]
    [InlineData("""{"CockpitFiltersTakeMoments":true}""", "Times of day in list filters", "accepted")]
    [InlineData("{}", "name in list filters", "refused (200 COCKPIT_5101)")]
    [InlineData("""{"CockpitConditionsMayUseName":true}""", "name in list filters", "accepted")]
    [InlineData("{}", "pageSize above 1,000", "refused (200 COCKPIT_5101)")]
    [InlineData("""{"OverLimit":"Clamped"}""", "pageSize above 1,000", "accepted")]
    [InlineData("{}", "Form of Ctas.Configuration", "a map by category")]
    [InlineData("""{"CockpitConfiguration":"List"}""", "Form of SuccessPlans.Configuration", "a list")]
    [InlineData("{}", "Form of the list of users", "records and total")]
    [InlineData("""{"UserList":"UsersAndTotalCount"}""", "Form of the list of users", "users and totalCount")]
    [InlineData("""{"UserList":"ContentAndCount"}""", "Form of the list of users", "content and count")]
    [InlineData("""{"UserList":"BareArray"}""", "Form of the list of users", "a list")]
    public async Task The_found_value_is_that_of_the_switch(string switches, string fact, string found)
    {
        using var emulator = DoctorTenant.Create(switches);
        using var tool = DoctorTenant.Tool(emulator);

        var result = await tool.RunAsync("doctor", "--json");

        result.ExitCode.Should().BeOneOf([0, 2], result.Error);
        var report = new DoctorReport(result);
        report.Found(fact).Should().Be(found);
        report.Open.Should().NotContain(line => line.Contains("used up", StringComparison.Ordinal) && !line.StartsWith("Fields of", StringComparison.Ordinal));
        ShouldOnlyHaveRead(emulator);
    }

    [Fact]
    public async Task An_order_that_returns_no_rows_is_left_open()
    {
        using var emulator = DoctorTenant.Create();
        emulator.Faults.Add(new Fault(FaultKind.Respond)
        {
            Operation = EmulatorOperations.Query,
            BodyContains = "\"desc\"",
            Status = 200,
            Body = """{"result":true,"errorCode":null,"errorDesc":null,"requestId":"r","data":{"records":[]},"message":null}""",
        });
        using var tool = DoctorTenant.Tool(emulator);

        var result = await tool.RunAsync("doctor", "--json");

        result.ExitCode.Should().BeOneOf([0, 2], result.Error);
        new DoctorReport(result).Open.Should().Contain("orderBy: the answer in the other order had no rows");
    }

    [Fact]
    public async Task A_tenant_without_rows_leaves_the_order_open()
    {
        using var emulator = DoctorTenant.Create();
        foreach (var name in (string[])["Company", "gsuser"])
        {
            foreach (var row in emulator.Object(name).Rows)
            {
                emulator.Object(name).Delete(row.Gsid);
            }
        }

        using var tool = DoctorTenant.Tool(emulator);

        var result = await tool.RunAsync("doctor", "--json");

        result.ExitCode.Should().BeOneOf([0, 2], result.Error);
        new DoctorReport(result).Open.Should().Contain("orderBy: needs three companies or users");
    }

    private static void ShouldOnlyHaveRead(GainsightEmulator emulator)
    {
        var requests = emulator.Requests.Snapshot();
        requests.Should().HaveCountLessThanOrEqualTo(60);
        requests.Should().OnlyContain(request => !request.Committed || request.Method == "GET" || request.Operation == null
            || request.Operation.EndsWith(".query", StringComparison.Ordinal) || request.Operation.EndsWith(".list", StringComparison.Ordinal)
            || request.Operation.EndsWith(".deleted", StringComparison.Ordinal) || request.Operation.StartsWith("metadata.", StringComparison.Ordinal));
        requests.Select(request => request.Operation).Should().NotIntersectWith(
            [EmulatorOperations.Insert, EmulatorOperations.Update, EmulatorOperations.Delete, EmulatorOperations.PersonUpsert, EmulatorOperations.CtaCreate]);
    }
}
