namespace Gainsight.Client.Tests.Errors;

/// <summary>A number that is no member of an enum is refused where it is given, not where it would be used.</summary>
public sealed class EnumValueTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void A_value_that_is_no_member_is_refused_when_it_is_set(int value)
    {
        Refuses("Lane", () => new ReadOptions { Lane = (RequestLane)value });
        Refuses("Paging", () => new ReadOptions { Paging = (ReadPaging)value });
        Refuses("Lane", () => new WriteOptions { Lane = (RequestLane)value });
        Refuses("RefusedCall", () => new WriteOptions { RefusedCall = (RefusedCall)value });
        Refuses("Lane", () => new GainsightRequest(HttpMethod.Get, "/v1/x") { Lane = (RequestLane)value });
        Refuses("behavior", () => Lookup.By(UserFields.Email, "rhea@acme.example").OnNoMatch((LookupNoMatch)value));
        Refuses("behavior", () => Lookup.By(UserFields.Email, "rhea@acme.example").OnMultipleMatches((LookupMultiMatch)value));
        Refuses("onNoMatch", () => new TimelineActivity().SetAttendeeLookup((LookupNoMatch)value));
        Refuses("onMultipleMatches", () => new TimelineActivity().SetAttendeeLookup(LookupNoMatch.Null, (LookupMultiMatch)value));
    }

    [Fact]
    public void Every_member_is_accepted()
    {
        foreach (var lane in Enum.GetValues<RequestLane>())
        {
            new ReadOptions { Lane = lane }.Lane.Should().Be(lane);
            new WriteOptions { Lane = lane }.Lane.Should().Be(lane);
            new GainsightRequest(HttpMethod.Get, "/v1/x") { Lane = lane }.Lane.Should().Be(lane);
        }

        Enum.GetValues<ReadPaging>().Should().OnlyContain(paging => new ReadOptions { Paging = paging }.Paging == paging);
        Enum.GetValues<RefusedCall>().Should().OnlyContain(refused => new WriteOptions { RefusedCall = refused }.RefusedCall == refused);
        new ReadOptions { Lane = null }.Lane.Should().BeNull();
    }

    [Fact]
    public void Options_of_a_client_name_the_members()
    {
        var options = new GainsightClientOptions
        {
            Tenant = "acme",
            Credential = new AccessKeyCredential("key"),
            DateFormat = (DateFormat)2,
            MultiSelectFormat = (MultiSelectFormat)(-1),
            ActivityDeleteFormat = (ActivityDeleteFormat)3,
        };

        options.Problem().Should().Contain("DateFormat is 2. Set it to Iso or MonthDayYear.")
            .And.Contain("MultiSelectFormat is -1. Set it to Array or Semicolons.")
            .And.Contain("ActivityDeleteFormat is 3. Set it to Records, ActivityIds or Array.");
    }

    private static void Refuses<T>(string parameter, Func<T> set) =>
        FluentActions.Invoking(set).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(parameter);

    private static void Refuses(string parameter, Action set) =>
        set.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(parameter);
}
