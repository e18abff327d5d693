namespace Gainsight.Client.Tests.Query;

/// <summary>What each condition looks like on the wire.</summary>
public sealed class FilterWireTests
{
    private static readonly Field<DateTimeOffset> Seen = Field.Custom<DateTimeOffset>("Seen__gc");

    public static TheoryData<Filter, string> Operators => new()
    {
        { CompanyFields.Name.EqualTo("Acme"), """{"name":"Name","alias":"A","value":["Acme"],"operator":"EQ"}""" },
        { CompanyFields.Name.NotEqualTo("Acme"), """{"name":"Name","alias":"A","value":["Acme"],"operator":"NE"}""" },
        { CompanyFields.Employees.LessThan(5), """{"name":"Employees","alias":"A","value":[5],"operator":"LT"}""" },
        { CompanyFields.Employees.GreaterThan(5), """{"name":"Employees","alias":"A","value":[5],"operator":"GT"}""" },
        { CompanyFields.Employees.LessThanOrEqualTo(5), """{"name":"Employees","alias":"A","value":[5],"operator":"LTE"}""" },
        { CompanyFields.Employees.GreaterThanOrEqualTo(5), """{"name":"Employees","alias":"A","value":[5],"operator":"GTE"}""" },
        { CompanyFields.RenewalDate.Between(new(2027, 1, 2), new(2027, 3, 4)), """{"name":"RenewalDate","alias":"A","value":["2027-01-02","2027-03-04"],"operator":"BTW"}""" },
        { CompanyFields.Employees.In(1, 2, 3), """{"name":"Employees","alias":"A","value":[1,2,3],"operator":"IN"}""" },
        { CompanyFields.Stage.In(["Adopting", "Launched"]), """{"name":"Stage","alias":"A","value":["Adopting","Launched"],"operator":"IN"}""" },
        { CompanyFields.Name.Contains("c"), """{"name":"Name","alias":"A","value":["c"],"operator":"CONTAINS"}""" },
        { CompanyFields.Name.StartsWith("A"), """{"name":"Name","alias":"A","value":["A"],"operator":"STARTS_WITH"}""" },
        { CompanyFields.Name.EndsWith("e"), """{"name":"Name","alias":"A","value":["e"],"operator":"ENDS_WITH"}""" },
        { CompanyFields.Stage.Includes("Adopting"), """{"name":"Stage","alias":"A","value":["Adopting"],"operator":"INCLUDES"}""" },
        { CompanyFields.Stage.Excludes("Adopting"), """{"name":"Stage","alias":"A","value":["Adopting"],"operator":"EXCLUDES"}""" },
        { CompanyFields.Tags.Includes("Beta", "At risk"), """{"name":"Tags","alias":"A","value":["Beta","At risk"],"operator":"INCLUDES"}""" },
        { CompanyFields.Tags.Excludes("Beta"), """{"name":"Tags","alias":"A","value":["Beta"],"operator":"EXCLUDES"}""" },
        { CompanyFields.Csm.IsNull(), """{"name":"Csm","alias":"A","value":[],"operator":"IS_NULL"}""" },
        { CompanyFields.Csm.IsNotNull(), """{"name":"Csm","alias":"A","value":[],"operator":"IS_NOT_NULL"}""" },
        { CompanyFields.Csm.Then(UserFields.Email).EqualTo("a@b.example"), """{"name":"Csm__gr.Email","alias":"A","value":["a@b.example"],"operator":"EQ"}""" },
        { CompanyFields.Name.Compare(Operator.Raw("NOT_IN"), "a", "b"), """{"name":"Name","alias":"A","value":["a","b"],"operator":"NOT_IN"}""" },
    };

    public static TheoryData<Filter, string> Values => new()
    {
        { CompanyFields.Name.EqualTo("Ümläut & \"quotes\" \\ <b>"), "\"Ümläut & \\\"quotes\\\" \\\\ <b>\"" },
        { CompanyFields.Arr.EqualTo(125_000.50m), "125000.50" },
        { CompanyFields.Arr.EqualTo(79_228_162_514_264_337_593_543_950_335m), "79228162514264337593543950335" },
        { CompanyFields.Employees.EqualTo(-7), "-7" },
        { Field.Custom<long>("Big__gc").EqualTo(9_007_199_254_740_993), "9007199254740993" },
        { Field.Custom<double>("Ratio__gc").EqualTo(0.1), "0.1" },
        { Field.Custom<bool>("Live__gc").EqualTo(true), "true" },
        { Field.Custom<bool>("Live__gc").EqualTo(false), "false" },
        { CompanyFields.RenewalDate.EqualTo(new(2027, 3, 31)), "\"2027-03-31\"" },
        { Seen.EqualTo(new(2027, 3, 31, 9, 30, 0, TimeSpan.Zero)), "\"2027-03-31T09:30:00Z\"" },
        { Seen.EqualTo(new(2027, 3, 31, 9, 30, 0, TimeSpan.FromHours(2))), "\"2027-03-31T07:30:00Z\"" },
        { Seen.EqualTo(new(2027, 3, 31, 9, 30, 0, 250, TimeSpan.Zero)), "\"2027-03-31T09:30:00.250Z\"" },
    };

    [Theory]
    [MemberData(nameof(Operators))]
    public async Task Every_operator_has_its_name_and_its_values_on_the_wire(Filter filter, string condition)
    {
        using var fixture = new QueryFixture();

        var where = await fixture.WhereAsync(filter);

        where.GetProperty("conditions").GetRawText().Should().Be($"[{condition}]");
        where.GetProperty("expression").GetString().Should().Be("A");
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Every_type_of_value_is_written_in_the_form_that_live_connectors_send(Filter filter, string value)
    {
        using var fixture = new QueryFixture();

        var where = await fixture.WhereAsync(filter);

        where.GetProperty("conditions")[0].GetProperty("value").GetRawText().Should().Be($"[{value}]");
    }

    [Fact]
    public async Task Dates_follow_the_format_of_the_options_and_points_in_time_do_not()
    {
        using var fixture = new QueryFixture(options => options.DateFormat = DateFormat.MonthDayYear);
        var filter = CompanyFields.RenewalDate.LessThan(new(2027, 3, 31)) & Seen.LessThan(new(2027, 3, 31, 0, 0, 0, TimeSpan.Zero));

        var conditions = (await fixture.WhereAsync(filter)).GetProperty("conditions");

        conditions[0].GetProperty("value").GetRawText().Should().Be("[\"03-31-2027\"]");
        conditions[1].GetProperty("value").GetRawText().Should().Be("[\"2027-03-31T00:00:00Z\"]");
    }

    [Fact]
    public async Task Points_in_time_are_local_and_without_an_offset_for_a_tenant_with_a_zone_of_its_own()
    {
        using var fixture = new QueryFixture(options => options.FilterTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon"));
        var filter = Seen.LessThan(new(2027, 1, 31, 23, 30, 0, TimeSpan.Zero)) & Seen.LessThan(new(2027, 6, 30, 23, 30, 0, 250, TimeSpan.Zero));

        var conditions = (await fixture.WhereAsync(filter)).GetProperty("conditions");

        conditions[0].GetProperty("value").GetRawText().Should().Be("[\"2027-01-31 23:30:00\"]");
        conditions[1].GetProperty("value").GetRawText().Should().Be("[\"2027-07-01 00:30:00.250\"]");
    }
}
