using System.Text.RegularExpressions;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Query;

public sealed partial class GetManyTests
{
    [Fact]
    public async Task Rows_of_20_000_values_are_read_in_parts_and_each_value_once()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.CallsPerMinute = 1_000;
        KeysetTests.Insert(tenant, 400);
        var names = tenant.Companies.Rows.Select(row => (string)row["Name"]!).ToArray();
        string[] asked = [.. Enumerable.Range(0, 20_000).Select(i => $"nobody {i}"), .. names, .. names];
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);

        var found = await gainsight.Companies.GetManyAsync(CompanyFields.Name, asked);

        found.Select(company => company.Name).Should().BeEquivalentTo(names);
        var values = hook.Bodies.Select(body => body.Split("\"Company ").Length).ToArray();
        hook.Bodies.Should().HaveCountLessThanOrEqualTo(2 * 41);
        values.Should().OnlyContain(count => count <= 501);
    }

    [Fact]
    public async Task The_fields_and_a_further_filter_can_be_chosen()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 10);
        var rows = tenant.Companies.Rows.ToArray();
        var query = tenant.CreateClient().Companies.Query().Select(CompanyFields.Employees).Where(CompanyFields.Name.NotEqualTo((string)rows[0]["Name"]!));

        var found = await query.GetManyAsync(CompanyFields.Name, rows.Take(3).Select(row => (string)row["Name"]!));

        found.Select(company => company.Gsid).Should().BeEquivalentTo(rows[1].Gsid, rows[2].Gsid);
        found.Should().OnlyContain(company => company.IsSet(CompanyFields.Employees) && !company.IsSet(CompanyFields.Arr));
    }

    [Fact]
    public async Task A_row_that_two_spellings_find_is_returned_once()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));
        string[] asked = ["Acme", .. Enumerable.Range(0, 600).Select(i => $"nobody {i}"), "ACME"];

        // The tenant of this test ignores case: it finds Acme by either spelling.
        (var gainsight, _) = QueryHook.CreateClient(tenant, change: query =>
        {
            var values = query["where"]!["conditions"]![0]!["value"]!.AsArray();
            for (var i = 0; i < values.Count; i++)
            {
                if ((string?)values[i] == "ACME")
                {
                    values[i] = "Acme";
                }
            }
        });

        var found = await gainsight.Companies.GetManyAsync(CompanyFields.Name, asked);

        found.Should().ContainSingle();
    }

    [Theory]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(26)]
    [InlineData(60)]
    public async Task A_further_filter_holds_on_a_tenant_that_refuses_IN_and_ignores_parentheses(int values)
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.In, tenant.Emulator.Switches.Parentheses) = (OperatorSupport.Refused, OperatorSupport.Ignored);
        string[] names = [.. Enumerable.Range(0, values).Select(i => $"Company {i:00}")];
        for (var i = 0; i < values; i++)
        {
            tenant.Companies.Insert(("Name", names[i]), ("Employees", i));
        }

        (var gainsight, var hook) = QueryHook.CreateClient(tenant);

        var found = await gainsight.Companies.Query().Select(CompanyFields.Name).Where(CompanyFields.Employees.GreaterThan(5)).GetManyAsync(CompanyFields.Name, names);

        found.Select(company => company.Name).Should().BeEquivalentTo(names[6..]);
        hook.Bodies.Should().NotContain(body => ParenthesesThatMatter().IsMatch(body));
        hook.Bodies.Should().HaveCountLessThanOrEqualTo(2 + (2 * ((values + 12) / 13)) + 1);
    }

    [Fact]
    public async Task A_filter_with_alternatives_or_many_conditions_holds_on_a_tenant_that_refuses_IN_and_one_that_is_full_is_refused_before_a_call()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.In = OperatorSupport.Refused;
        KeysetTests.Insert(tenant, 30);
        string[] names = [.. tenant.Companies.Rows.Select(row => (string)row["Name"]!)];
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);
        Filter Many(int count) => Enumerable.Range(0, count).Select(i => (Filter)CompanyFields.Name.NotEqualTo($"nobody {i}")).Aggregate((all, next) => all & next);

        var either = query.Where(CompanyFields.Employees.LessThan(3) | CompanyFields.Employees.GreaterThanOrEqualTo(27));
        (await either.GetManyAsync(CompanyFields.Name, names)).Should().HaveCount((await either.ToListAsync()).Count);
        (await query.Where(Many(20)).GetManyAsync(CompanyFields.Name, names)).Should().HaveCount(30);
        (await query.Where(Many(25)).GetManyAsync(CompanyFields.Name, names)).Should().HaveCount(30);
        hook.Bodies.Should().NotContain(body => ParenthesesThatMatter().IsMatch(body));
        var calls = hook.Bodies.Count;
        await FluentActions.Awaiting(() => query.Where(Many(26)).GetManyAsync(CompanyFields.Name, names)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*at most 26*");
        hook.Bodies.Should().HaveCount(calls);
    }

    [Fact]
    public async Task No_values_cost_no_call_and_wrong_ones_neither()
    {
        await using var tenant = await Tenant.StartAsync();
        var companies = tenant.CreateClient().Companies;

        (await companies.GetManyAsync(CompanyFields.Name, [])).Should().BeEmpty();
        await FluentActions.Awaiting(() => companies.GetManyAsync(CompanyFields.Name, ["Acme", null!])).Should().ThrowAsync<ArgumentException>().WithMessage("*Name is null*");
        await FluentActions.Awaiting(() => companies.GetManyAsync(CompanyFields.Name, null!)).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Awaiting(() => companies.Query().Take(5).GetManyAsync(CompanyFields.Name, ["Acme"])).Should().ThrowAsync<InvalidOperationException>().WithMessage("*Remove OrderBy, Take and Skip*");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    /// <summary>Parentheses around OR. Those around AND mean nothing where AND goes before OR.</summary>
    [GeneratedRegex(@"\([^)]* OR ")]
    private static partial Regex ParenthesesThatMatter();
}
