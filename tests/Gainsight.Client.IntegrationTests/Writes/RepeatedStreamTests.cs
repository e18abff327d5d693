using Gainsight.Client.IntegrationTests.Cockpit;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>The same rows a second time. A new call writes them again; reading the same outcomes again never does.</summary>
public sealed class RepeatedStreamTests
{
    [Fact]
    public async Task Outcomes_can_be_read_only_once_so_that_no_row_is_created_twice()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var outcomes = tenant.Gainsight.Ctas.InsertStreamAsync(Ctas(tenant));

        var first = await outcomes.ToListAsync();
        Func<Task> again = () => outcomes.ToListAsync();

        first.Should().OnlyContain(row => row.Status == RowStatus.Inserted);
        await again.Should().ThrowAsync<InvalidOperationException>().WithMessage("*call the method again*");
        tenant.Ctas.Count.Should().Be(3);
    }

    [Fact]
    public async Task A_new_call_with_the_same_records_does_not_treat_their_reference_ids_as_duplicates()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var ctas = Ctas(tenant);

        var list = await tenant.Gainsight.Ctas.InsertAsync(ctas);
        var stream = await tenant.Gainsight.Ctas.InsertStreamAsync(ctas).ToListAsync();

        list.Inserted.Should().HaveCount(3);
        stream.Should().OnlyContain(row => row.Status == RowStatus.Inserted);
    }

    private static Cta[] Ctas(CockpitTenant tenant)
    {
        Cta[] ctas = [tenant.Cta("one"), tenant.Cta("two"), tenant.Cta("three")];
        ctas[0].ReferenceId = "mine-1";
        ctas[1].ReferenceId = "mine-2";
        return ctas;
    }
}
