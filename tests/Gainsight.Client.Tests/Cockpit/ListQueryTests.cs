using Gainsight.Client.Tests.Query;

namespace Gainsight.Client.Tests.Cockpit;

public sealed class ListQueryTests : IDisposable
{
    private readonly QueryFixture _fixture = new();

    [Fact]
    public async Task A_list_is_asked_for_in_the_documented_form()
    {
        _fixture.Wire.Answer(StubHandler.Envelope("[]"));

        await _fixture.Client.Ctas.List()
            .Select(CtaFields.Name, CtaFields.Status)
            .Where(CtaFields.DueDate.Between(new(2031, 1, 1), new(2031, 1, 31))
                & CtaFields.ModifiedDate.EqualTo(ListLiteral.Today)
                & CtaFields.ClosedDate.IsNull()
                & ListFilters.LinkedTo("5009")
                & CtaFields.ModifiedDate.LessThan(new DateTimeOffset(2031, 2, 1, 0, 0, 0, TimeSpan.Zero)))
            .WithLinkedRecords()
            .PageSize(50)
            .ToListAsync();

        _fixture.Wire.Sent[^1].Address.PathAndQuery.Should().Be("/v2/cockpit/cta/list");
        _fixture.Body(^1).ToString().Should().Be(
            """{"select":["Name","StatusId__gr.Name","Gsid","ModifiedDate"],"where":{"conditions":[{"fieldName":"DueDate","value":["2031-01-01","2031-01-31"],"alias":"A","operator":"BTW"},{"fieldName":"ModifiedDate","literal":"TODAY","alias":"B","operator":"EQ"},{"fieldName":"ClosedDate","value":[],"alias":"C","operator":"IS_NULL"},{"associatedRecord":true,"value":["5009"],"alias":"D","operator":"INCLUDES"},{"fieldName":"ModifiedDate","value":["2031-02-01"],"alias":"E","operator":"LT"}],"expression":"A AND B AND C AND D AND E"},"linkedObject":true,"pageSize":50,"pageNumber":1}""");
    }

    [Fact]
    public async Task Pages_that_never_show_every_row_are_an_error_not_a_gap()
    {
        // Two pages of two rows. The second page always repeats the first, so a third row may never come.
        for (var pass = 0; pass < ListReader<Cta>.MaxPasses; pass++)
        {
            _fixture.Wire.Answer(StubHandler.Envelope("""[{"Gsid":"A"},{"Gsid":"B"}]"""));
            _fixture.Wire.Answer(StubHandler.Envelope("""[{"Gsid":"A"},{"Gsid":"B"}]"""));
            _fixture.Wire.Answer(StubHandler.Envelope("[]"));
        }

        List<string?> read = [];
        Func<Task> reading = async () =>
        {
            await foreach (var cta in _fixture.Client.Ctas.List().PageSize(2).ReadAsync())
            {
                read.Add(cta.Gsid);
            }
        };

        (await reading.Should().ThrowAsync<GainsightProtocolException>()).WithMessage("*none is missing*Query()*");
        read.Should().Equal("A", "B");
    }

    [Fact]
    public async Task A_tenant_that_does_not_honour_the_days_is_found_out()
    {
        for (var call = 0; call < 10; call++)
        {
            _fixture.Wire.Answer(StubHandler.Envelope(
                """[{"Gsid":"A","ModifiedDate":"2031-01-01T00:00:00Z"},{"Gsid":"B","ModifiedDate":"2031-01-20T00:00:00Z"}]"""));
        }

        Func<Task> reading = () => _fixture.Client.Ctas.List().PageSize(2).ToListAsync();

        (await reading.Should().ThrowAsync<GainsightProtocolException>()).WithMessage("*does not honour*Query()*");
    }

    public void Dispose() => _fixture.Dispose();
}
