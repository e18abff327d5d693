using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Joined conditions, on tenants that treat parentheses and the precedence of AND and OR differently.</summary>
public sealed class ExpressionTests
{
    private static readonly Filter A = CompanyFields.Employees.EqualTo(1);
    private static readonly Filter B = CompanyFields.Users.EqualTo(1);
    private static readonly Filter C = CompanyFields.LifecycleInWeeks.EqualTo(1);
    private static readonly Filter D = CompanyFields.CustomerLifetimeInMonths.EqualTo(1);

    private static readonly (Filter Filter, Func<bool, bool, bool, bool, bool> Linq)[] Flat =
    [
        (A, (a, _, _, _) => a),
        (A & B & C, (a, b, c, _) => a && b && c),
        (A | B | C, (a, b, c, _) => a || b || c),
    ];

    private static readonly (Filter Filter, Func<bool, bool, bool, bool, bool> Linq)[] Nested =
    [
        ((A & B) | C, (a, b, c, _) => (a && b) || c),
        (A | (B & C), (a, b, c, _) => a || (b && c)),
        ((A & B) | (C & D), (a, b, c, d) => (a && b) || (c && d)),
        ((A | B) & C, (a, b, c, _) => (a || b) && c),
        (A & (B | C), (a, b, c, _) => a && (b || c)),
        (A & (B | C) & D, (a, b, c, d) => a && (b || c) && d),
        ((A | B) & (C | D), (a, b, c, d) => (a || b) && (c || d)),
        (((A & B) | C) & D, (a, b, c, d) => ((a && b) || c) && d),
    ];

    [Theory]
    [InlineData(OperatorSupport.Honoured, ExpressionPrecedence.AndBindsTighter)]
    [InlineData(OperatorSupport.Honoured, ExpressionPrecedence.LeftToRight)]
    [InlineData(OperatorSupport.Ignored, ExpressionPrecedence.AndBindsTighter)]
    [InlineData(OperatorSupport.Ignored, ExpressionPrecedence.LeftToRight)]
    [InlineData(OperatorSupport.Refused, ExpressionPrecedence.AndBindsTighter)]
    [InlineData(OperatorSupport.Refused, ExpressionPrecedence.LeftToRight)]
    public async Task A_flat_filter_finds_its_rows_on_every_tenant(OperatorSupport parentheses, ExpressionPrecedence precedence)
    {
        await using var tenant = await StartAsync(parentheses, precedence);

        await ShouldFindItsRowsAsync(tenant, Flat);
    }

    [Theory]
    [InlineData(OperatorSupport.Honoured, ExpressionPrecedence.AndBindsTighter)]
    [InlineData(OperatorSupport.Honoured, ExpressionPrecedence.LeftToRight)]
    [InlineData(OperatorSupport.Ignored, ExpressionPrecedence.AndBindsTighter)]
    public async Task A_nested_filter_finds_its_rows_if_parentheses_are_honoured_or_AND_binds_tighter(OperatorSupport parentheses, ExpressionPrecedence precedence)
    {
        await using var tenant = await StartAsync(parentheses, precedence);

        await ShouldFindItsRowsAsync(tenant, Nested);
    }

    [Fact]
    public async Task A_tenant_that_refuses_parentheses_refuses_a_nested_filter_and_returns_no_wrong_rows()
    {
        await using var tenant = await StartAsync(OperatorSupport.Refused, ExpressionPrecedence.AndBindsTighter);
        var query = tenant.CreateClient().Companies.Query().Select(CompanyFields.Name);

        foreach ((var filter, _) in Nested)
        {
            (await query.Where(filter).Invoking(each => each.ToListAsync()).Should().ThrowAsync<GainsightValidationException>())
                .Which.ErrorCode.Should().Be("GSOBJ_1009");
        }

        tenant.Calls(EmulatorOperations.Query).Should().Be(Nested.Length, "a refusal is final");
    }

    private static async Task ShouldFindItsRowsAsync(Tenant tenant, (Filter Filter, Func<bool, bool, bool, bool, bool> Linq)[] cases)
    {
        var query = tenant.CreateClient().Companies.Query().Select(CompanyFields.Name);
        for (var i = 0; i < cases.Length; i++)
        {
            var rows = await query.Where(cases[i].Filter).ToListAsync();

            string[] expected = [.. Enumerable.Range(0, 16).Where(bits => cases[i].Linq(Bit(bits, 0), Bit(bits, 1), Bit(bits, 2), Bit(bits, 3))).Select(Name)];
            rows.Select(row => row.Name).Should().BeEquivalentTo(expected, "of case {0}", i);
        }
    }

    /// <summary>One row for each combination of four conditions.</summary>
    private static async Task<Tenant> StartAsync(OperatorSupport parentheses, ExpressionPrecedence precedence)
    {
        var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.Parentheses = parentheses;
        tenant.Emulator.Switches.ExpressionPrecedence = precedence;
        for (var bits = 0; bits < 16; bits++)
        {
            tenant.Companies.Insert(
                ("Name", Name(bits)),
                ("Employees", Bit(bits, 0) ? 1 : 0),
                ("Users", Bit(bits, 1) ? 1 : 0),
                ("LifecycleInWeeks", Bit(bits, 2) ? 1 : 0),
                ("CustomerLifetimeInMonths", Bit(bits, 3) ? 1 : 0));
        }

        return tenant;
    }

    private static bool Bit(int bits, int number) => (bits & (1 << number)) != 0;

    private static string Name(int bits) => $"{bits:b4}";
}
