using System.Collections;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class ChangingListTests
{
    [Fact]
    public async Task Changing_the_list_during_the_write_does_not_lose_the_report()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(500);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number =>
            {
                if (number == 1)
                {
                    rows.RemoveRange(250, 250);
                }
            },
        });

        var report = await gainsight.Companies.InsertAsync(rows, new WriteOptions { MaxConcurrency = 1 });

        report.Inserted.Should().HaveCount(500);
        tenant.Companies.Count.Should().Be(500);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_to_its_end_fails_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();

        await FluentActions.Awaiting(() => tenant.CreateClient().Companies.InsertAsync(new Broken()))
            .Should().ThrowAsync<TimeoutException>();

        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    private sealed class Broken : IReadOnlyList<Company>
    {
        public int Count => 200;

        public Company this[int index] => throw new TimeoutException();

        public IEnumerator<Company> GetEnumerator()
        {
            for (var i = 0; i < 120; i++)
            {
                yield return new Company { Name = Rows.Name(i) };
            }

            throw new TimeoutException();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
