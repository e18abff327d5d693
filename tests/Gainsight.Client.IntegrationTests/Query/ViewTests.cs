namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Rows as types of the caller's own.</summary>
public sealed class ViewTests
{
    private static readonly Field<decimal> Arr = Field.Custom<decimal>("Arr");

    [Fact]
    public async Task A_query_reads_a_view_of_its_object_and_only_the_fields_of_the_view()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Arr", 125_000m), ("Employees", 12));
        tenant.Companies.Insert(("Name", "Small"), ("Arr", 1m));
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);

        var views = new List<Revenue>();
        await foreach (var view in gainsight.Companies.Query().Where(CompanyFields.Arr.GreaterThan(100m)).ReadAsync<Revenue>())
        {
            views.Add(view);
        }

        var acme = views.Should().ContainSingle().Which;
        (acme.Arr, acme.Gsid).Should().Be((125_000m, (string?)tenant.Companies.Rows[0].Gsid));
        acme.IsSet(CompanyFields.Employees).Should().BeFalse();
        hook.Bodies[0].Should().Contain("\"select\":[\"Arr\",\"Gsid\"]");
    }

    [Fact]
    public async Task The_selection_of_the_query_takes_precedence_over_the_fields_of_the_view()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Arr", 125_000m));
        var query = tenant.CreateClient().Companies.Query().Select(CompanyFields.Name);

        await foreach (var view in query.ReadAsync<Revenue>(new ReadOptions { PageSize = 10 }))
        {
            (view.Arr, view["Name"]).Should().Be((null, (object?)"Acme"));
        }
    }

    [Fact]
    public async Task A_view_of_another_object_is_refused_before_a_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var query = tenant.CreateClient().People.Query();

        query.Invoking(people => people.ReadAsync<Revenue>()).Should().Throw<InvalidOperationException>().WithMessage("*Revenue*Company*Person*Objects<Revenue>*");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task Rows_become_a_plain_type_by_its_constructor()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 30);
        var query = tenant.CreateClient().Companies.Query().Select(CompanyFields.Name, CompanyFields.Employees);

        var plain = new List<Plain>();
        await foreach (var each in query.ReadAsync(company => new Plain(company.Name!, company.Employees), new ReadOptions { PageSize = 10 }))
        {
            plain.Add(each);
        }

        plain.Select(each => each.Name).Should().BeEquivalentTo(tenant.Companies.Rows.Select(row => (string)row["Name"]!));
    }

    [Fact]
    public async Task An_exception_of_the_constructor_ends_the_read_as_it_is()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 3);
        var read = tenant.CreateClient().Companies.Query().ReadAsync<Plain>(_ => throw new FormatException("mine"));

        await read.Awaiting(rows => rows.GetAsyncEnumerator().MoveNextAsync().AsTask()).Should().ThrowAsync<FormatException>().WithMessage("mine");
    }

    private sealed record Plain(string Name, int? Employees);

    private sealed class Revenue : GainsightRecord, IGainsightObject
    {
        public static string ObjectName => "company";

        public static IReadOnlyList<Field> Fields { get; } = [ViewTests.Arr];

        public decimal? Arr => Get(ViewTests.Arr);
    }
}
