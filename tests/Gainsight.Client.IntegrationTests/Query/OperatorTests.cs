namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Each operator finds the rows that LINQ finds in the same values.</summary>
public sealed class OperatorTests(OperatorRows data) : IClassFixture<OperatorRows>
{
    private static readonly Field<string> Serial = Field.Custom<string>("Serial_Number__gc");
    private static readonly Field<decimal> Seats = Field.Custom<decimal>("Seats__gc");
    private static readonly Field<decimal> Cost = Field.Custom<decimal>("Cost__gc", DataType.Currency);
    private static readonly Field<bool> InUse = Field.Custom<bool>("In_Use__gc");
    private static readonly Field<DateOnly> Bought = Field.Custom<DateOnly>("Purchased_On__gc");
    private static readonly Field<DateTimeOffset> Seen = Field.Custom<DateTimeOffset>("Last_Seen__gc");
    private static readonly LookupField Company = Field.CustomLookup("Company__gc", "company");
    private static readonly Field<string> Tier = Field.Custom<string>("Tier__gc", DataType.Picklist);
    private static readonly Field<IReadOnlyList<string>> Regions = Field.Custom<IReadOnlyList<string>>("Regions__gc");

    private static readonly DateOnly Day = new(2027, 1, 20);
    private static readonly DateOnly LaterDay = new(2027, 2, 10);
    private static readonly DateTimeOffset Moment = new(2027, 1, 2, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LaterMoment = new(2027, 1, 3, 1, 0, 0, TimeSpan.FromHours(-5));

    private static readonly Dictionary<string, (Filter Filter, Func<OperatorRows.Row, bool> Linq)> Cases = new()
    {
        ["text EQ"] = (Serial.EqualTo("A-01x"), row => row.Serial == "A-01x"),
        ["text NE"] = (Serial.NotEqualTo("A-01x"), row => row.Serial != "A-01x"),
        ["text LT"] = (Serial.LessThan("C"), row => row.Serial is not null && string.CompareOrdinal(row.Serial, "C") < 0),
        ["text GT"] = (Serial.GreaterThan("C"), row => string.CompareOrdinal(row.Serial, "C") > 0),
        ["text LTE"] = (Serial.LessThanOrEqualTo("C-50y"), row => row.Serial is not null && string.CompareOrdinal(row.Serial, "C-50y") <= 0),
        ["text GTE"] = (Serial.GreaterThanOrEqualTo("C-50y"), row => string.CompareOrdinal(row.Serial, "C-50y") >= 0),
        ["text IN"] = (Serial.In("A-01x", "B-02y"), row => row.Serial is "A-01x" or "B-02y"),
        ["text CONTAINS"] = (Serial.Contains("-1"), row => row.Serial?.Contains("-1", StringComparison.Ordinal) == true),
        ["text STARTS_WITH"] = (Serial.StartsWith("B"), row => row.Serial?.StartsWith('B') == true),
        ["text ENDS_WITH"] = (Serial.EndsWith("z"), row => row.Serial?.EndsWith('z') == true),
        ["text IS_NULL"] = (Serial.IsNull(), row => row.Serial is null),
        ["text IS_NOT_NULL"] = (Serial.IsNotNull(), row => row.Serial is not null),
        ["number EQ"] = (Seats.EqualTo(5), row => row.Seats == 5),
        ["number NE"] = (Seats.NotEqualTo(5), row => row.Seats != 5),
        ["number LT"] = (Seats.LessThan(0), row => row.Seats < 0),
        ["number GT"] = (Seats.GreaterThan(0), row => row.Seats > 0),
        ["number LTE"] = (Seats.LessThanOrEqualTo(-3), row => row.Seats <= -3),
        ["number GTE"] = (Seats.GreaterThanOrEqualTo(-3), row => row.Seats >= -3),
        ["number IN"] = (Seats.In(-1, 0, 1, 2, 3), row => row.Seats is >= -1 and <= 3),
        ["number IS_NULL"] = (Seats.IsNull(), row => row.Seats is null),
        ["money GTE"] = (Cost.GreaterThanOrEqualTo(62.375m), row => row.Cost >= 62.375m),
        ["money IS_NOT_NULL"] = (Cost.IsNotNull(), row => row.Cost is not null),
        ["flag EQ"] = (InUse.EqualTo(true), row => row.InUse),
        ["flag NE"] = (InUse.NotEqualTo(true), row => !row.InUse),
        ["day EQ"] = (Bought.EqualTo(Day), row => row.Bought == Day),
        ["day NE"] = (Bought.NotEqualTo(Day), row => row.Bought != Day),
        ["day LT"] = (Bought.LessThan(Day), row => row.Bought < Day),
        ["day GTE"] = (Bought.GreaterThanOrEqualTo(Day), row => row.Bought >= Day),
        ["day BTW"] = (Bought.Between(Day, LaterDay), row => row.Bought >= Day && row.Bought <= LaterDay),
        ["day IS_NULL"] = (Bought.IsNull(), row => row.Bought is null),
        ["moment EQ"] = (Seen.EqualTo(Moment), row => row.Seen == Moment),
        ["moment GT"] = (Seen.GreaterThan(Moment), row => row.Seen > Moment),
        ["moment LTE"] = (Seen.LessThanOrEqualTo(LaterMoment), row => row.Seen <= LaterMoment),
        ["moment BTW"] = (Seen.Between(Moment, LaterMoment), row => row.Seen >= Moment && row.Seen <= LaterMoment),
        ["moment IS_NOT_NULL"] = (Seen.IsNotNull(), row => row.Seen is not null),
        ["lookup IS_NULL"] = (Company.IsNull(), row => row.Company is null),
        ["picklist EQ"] = (Tier.EqualTo("Gold"), row => row.Tier == "Gold"),
        ["picklist NE"] = (Tier.NotEqualTo("Gold"), row => row.Tier != "Gold"),
        ["picklist IN"] = (Tier.In("Gold", "Bronze"), row => row.Tier is "Gold" or "Bronze"),
        ["picklist INCLUDES"] = (Tier.Includes("Silver"), row => row.Tier == "Silver"),
        ["picklist EXCLUDES"] = (Tier.Excludes("Silver"), row => row.Tier != "Silver"),
        ["picklist STARTS_WITH"] = (Tier.StartsWith("B"), row => row.Tier == "Bronze"),
        ["picklist IS_NULL"] = (Tier.IsNull(), row => row.Tier is null),
        ["multi-select INCLUDES"] = (Regions.Includes("AMER", "APAC"), row => row.Regions?.Any(region => region is "AMER" or "APAC") == true),
        ["multi-select EXCLUDES"] = (Regions.Excludes("EMEA"), row => row.Regions?.Contains("EMEA") != true),
        ["multi-select IS_NULL"] = (Regions.IsNull(), row => row.Regions is null),
        ["AND"] = (InUse.EqualTo(true) & Seats.GreaterThan(0) & Tier.EqualTo("Gold"), row => row is { InUse: true, Seats: > 0, Tier: "Gold" }),
        ["OR"] = (Seats.GreaterThan(15) | Tier.IsNull(), row => row.Seats > 15 || row.Tier is null),
        ["OR within AND"] = ((Seats.GreaterThan(5) | Tier.IsNull()) & InUse.EqualTo(true), row => (row.Seats > 5 || row.Tier is null) && row.InUse),
        ["AND within OR"] = ((Seats.GreaterThan(5) & InUse.EqualTo(true)) | Tier.IsNull(), row => (row.Seats > 5 && row.InUse) || row.Tier is null),
        ["nothing"] = (Serial.EqualTo("no such serial"), _ => false),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_operator_finds_the_rows_that_linq_finds(string name)
    {
        (var filter, var linq) = Cases[name];
        string[] expected = [.. data.Rows.Where(linq).Select(row => row.Gsid)];
        expected.Should().HaveCountLessThan(data.Rows.Count, "a case that finds every row proves nothing");
        (expected.Length > 0).Should().Be(name != "nothing", "a case that finds no row proves nothing");

        var rows = await data.Assets.Query().Select(Serial).Where(filter).ToListAsync();

        rows.Select(row => row.Gsid).Should().BeEquivalentTo(expected).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Values_are_returned_unchanged_and_missing_values_as_null()
    {
        var rows = await data.Assets.Query()
            .Select(Serial, Seats, Cost, InUse, Bought, Seen, Company, Company.Then(CompanyFields.Name)).ToListAsync();

        rows.Select(row => (row.Gsid!, row.Get(Serial), row.Get(Seats), row.Get(Cost), row.Get(InUse), row.Get(Bought), row.Get(Seen), row.Get(Company)))
            .Should().BeEquivalentTo(data.Rows.Select(row =>
                (row.Gsid, row.Serial, row.Seats, row.Cost, (bool?)row.InUse, row.Bought, row.Seen, row.Company)));
        rows.Should().OnlyContain(row => (row.Get(Company) == null) == (row.Get(Company.Then(CompanyFields.Name)) == null));
    }
}
