using System.Numerics;

namespace Gainsight.Client.Tests.Query;

/// <summary>Fields of decimals are compared with numbers of any type, digit by digit.</summary>
public sealed class NumberFilterTests
{
    private static readonly Field<decimal> Seats = Field.Custom<decimal>("Seats__gc");

    public static TheoryData<Filter, string> Numbers => new()
    {
        { CompanyFields.Arr.GreaterThan(5.5), "[5.5]" },
        { CompanyFields.Arr.GreaterThan(5), "[5]" },
        { CompanyFields.Arr.GreaterThan(5m), "[5]" },
        { CompanyFields.Arr.GreaterThanOrEqualTo(long.MaxValue), "[9223372036854775807]" },
        { CompanyFields.Arr.LessThan(ulong.MaxValue), "[18446744073709551615]" },
        { CompanyFields.Arr.LessThanOrEqualTo(0.1f), "[0.1]" },
        { CompanyFields.Arr.EqualTo(123456789.12345679), "[123456789.12345679]" },
        { CompanyFields.Arr.NotEqualTo(1e-7), "[0.0000001]" },
        { CompanyFields.Arr.EqualTo((short)-3), "[-3]" },
        { CompanyFields.Arr.EqualTo(new BigInteger(7)), "[7]" },
        { Seats.In(1, 2.5), "[1,2.5]" },
        { Seats.In(1m, 2.5m), "[1,2.5]" },
        { Seats.In(new List<int> { 1, 2 }), "[1,2]" },
    };

    public static TheoryData<Func<Filter>> Impossible =>
    [
        () => CompanyFields.Arr.GreaterThan(double.NaN),
        () => CompanyFields.Arr.GreaterThan(double.PositiveInfinity),
        () => CompanyFields.Arr.GreaterThan(1e300),
        () => CompanyFields.Arr.GreaterThan(5e-324),
        () => Seats.In(1.0, double.NaN),
        () => CompanyFields.Arr.EqualTo(BigInteger.Pow(10, 40)),
    ];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_number_is_sent_with_the_digits_that_it_shows(Filter filter, string value)
    {
        using var fixture = new QueryFixture();

        var where = await fixture.WhereAsync(filter);

        where.GetProperty("conditions")[0].GetProperty("value").GetRawText().Should().Be(value);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_number_that_a_decimal_cannot_hold_is_refused(Func<Filter> make) =>
        FluentActions.Invoking(make).Should().Throw<ArgumentException>().WithMessage("*cannot hold it exactly*");
}
