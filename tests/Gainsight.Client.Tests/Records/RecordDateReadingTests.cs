namespace Gainsight.Client.Tests;

public sealed class RecordDateReadingTests
{
    private static readonly Field<DateOnly> Date = Field.Custom<DateOnly>("F__gc");
    private static readonly Field<DateTimeOffset> DateTime = Field.Custom<DateTimeOffset>("F__gc");

    [Theory]
    [InlineData("1806478496789", "2027-03-31T07:34:56.7890000+00:00")]
    [InlineData("1806478496789.0", "2027-03-31T07:34:56.7890000+00:00")]
    [InlineData("1.8e12", "2027-01-15T08:00:00.0000000+00:00")]
    [InlineData("-1000", "1969-12-31T23:59:59.0000000+00:00")]
    [InlineData("\"1806478496789\"", "2027-03-31T07:34:56.7890000+00:00")]
    [InlineData("\"2027-03-31T07:34:56Z\"", "2027-03-31T07:34:56.0000000+00:00")]
    [InlineData("\"2027-03-31T07:34:56.789Z\"", "2027-03-31T07:34:56.7890000+00:00")]
    [InlineData("\"2027-03-31T07:34:56.789+00:00\"", "2027-03-31T07:34:56.7890000+00:00")]
    [InlineData("\"2027-03-31T07:34:56+0000\"", "2027-03-31T07:34:56.0000000+00:00")]
    [InlineData("\"2027-03-31T07:34:56.789\\u002b02:30\"", "2027-03-31T07:34:56.7890000+02:30")]
    [InlineData("\"2027-03-31T07:34:56-0500\"", "2027-03-31T07:34:56.0000000-05:00")]
    [InlineData("\"2027-03-31T07:34:56+02\"", "2027-03-31T07:34:56.0000000+02:00")]
    [InlineData("\"2027-03-31T07:34:56.123456789Z\"", "2027-03-31T07:34:56.1234567+00:00")]
    [InlineData("\"2027-03-31T07:34\"", "2027-03-31T07:34:00.0000000+00:00")]
    [InlineData("\"2027-03-31T07:34:56\"", "2027-03-31T07:34:56.0000000+00:00")]
    [InlineData("\"2027-03-31\"", "2027-03-31T00:00:00.0000000+00:00")]
    [InlineData("\"2027-03-31 07:34:56\"", "2027-03-31T07:34:56.0000000+00:00")]
    [InlineData("\"2027-03-31 07:34:56.7\"", "2027-03-31T07:34:56.7000000+00:00")]
    [InlineData("\"2027-03-31 07:34:56.789\"", "2027-03-31T07:34:56.7890000+00:00")]
    [InlineData("\"03/31/2027 07:34:56\"", "2027-03-31T07:34:56.0000000+00:00")]
    [InlineData("\"03-31-2027\"", "2027-03-31T00:00:00.0000000+00:00")]
    [InlineData("\"2028-02-29\"", "2028-02-29T00:00:00.0000000+00:00")]
    [InlineData("\"0001-01-01\"", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("\"9999-12-31T23:59:59.999Z\"", "9999-12-31T23:59:59.9990000+00:00")]
    public void A_date_time_reads_from_every_form_of_the_sources(string json, string expected) =>
        Wire.Row(json).Get(DateTime)!.Value.ToString("O").Should().Be(expected);

    [Theory]
    [InlineData("\"2027-03-31\"", 2027, 3, 31)]
    [InlineData("\"03-31-2027\"", 2027, 3, 31)]
    [InlineData("\"03/31/2027 23:59:59\"", 2027, 3, 31)]
    [InlineData("1806451200000", 2027, 3, 31)]
    [InlineData("\"2027-03-31T23:30:00Z\"", 2027, 3, 31)]
    [InlineData("\"2027-03-31T23:30:00-01:00\"", 2027, 3, 31)]
    [InlineData("\"2027-03-31T00:30:00+01:00\"", 2027, 3, 31)]
    [InlineData("\"2027-03-31T00:00:00+05:30\"", 2027, 3, 31)]
    [InlineData("\"0001-01-01T00:00:00+05:30\"", 1, 1, 1)]
    [InlineData("\"9999-12-31T23:59:59-08:00\"", 9999, 12, 31)]
    [InlineData("\"1806451200000\"", 2027, 3, 31)]
    [InlineData("0", 1970, 1, 1)]
    [InlineData("-86400000", 1969, 12, 31)]
    [InlineData("1806431400000", 2027, 3, 30)]
    public void A_date_is_the_day_as_it_is_written(string json, int year, int month, int day) =>
        Wire.Row(json).Get(Date).Should().Be(new DateOnly(year, month, day));

    [Theory]
    [InlineData("\"20270331\"", "a date without its hyphens")]
    [InlineData("1806478496", "seconds")]
    [InlineData("\"1806478496\"", "seconds as text")]
    [InlineData("\"12\"", "a count")]
    [InlineData("\"+05535300530\"", "eleven digits after a sign")]
    [InlineData("\"+1806478496789\"", "no source shows a plus")]
    [InlineData("\"--1806478496789\"", "two signs")]
    public void Digits_that_cannot_be_milliseconds_are_no_point_in_time(string json, string because)
    {
        Wire.Row(json).Invoking(row => row.Get(DateTime)).Should().Throw<GainsightProtocolException>(because);
        Wire.Row(json).Invoking(row => row.Get(Date)).Should().Throw<GainsightProtocolException>(because);
    }

    [Theory]
    [InlineData("1806478496789")]
    [InlineData("20270331")]
    public void Milliseconds_within_a_day_are_no_day(string json) =>
        Wire.Row(json).Invoking(row => row.Get(Date)).Should().Throw<GainsightProtocolException>();

    [Theory]
    [InlineData("\"2027-02-29\"")]
    [InlineData("\"2027-13-01\"")]
    [InlineData("\"2027-00-10\"")]
    [InlineData("\"0000-01-01\"")]
    [InlineData("\"2027-3-1\"")]
    [InlineData("\"20270331T000000\"")]
    [InlineData("\"31/03/2027 00:00:00\"")]
    [InlineData("\"2027-03-31T\"")]
    [InlineData("\"2027-03-31T24:00:00Z\"")]
    [InlineData("\"2027-03-31T07:60:00Z\"")]
    [InlineData("\"2027-03-31T07:34:60Z\"")]
    [InlineData("\"2027-03-31T07:34:5\"")]
    [InlineData("\"2027-03-31T07:34:56.Z\"")]
    [InlineData("\"2027-03-31T07:34:56X\"")]
    [InlineData("\"2027-03-31T07:34:56Z and more\"")]
    [InlineData("\"2027-03-31T07:34:56+15:00\"")]
    [InlineData("\"2027-03-31T07:34:56+0a:00\"")]
    [InlineData("\"2027-03-31T07:34:56+00.00\"")]
    [InlineData("\"2027-03-31x07:34:56\"")]
    [InlineData("\"0001-01-01T00:00:00+01:00\"")]
    [InlineData("\"tomorrow\"")]
    [InlineData("1e300")]
    [InlineData("999999999999999999")]
    [InlineData("true")]
    public void What_is_not_a_date_is_refused(string json) =>
        Wire.Row(json).Invoking(row => row.Get(DateTime)).Should().Throw<GainsightProtocolException>().WithMessage("*F__gc*a date*");
}
