using System.Text;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Bulk;

/// <summary>Chunks of an export that differ from what the job announced.</summary>
public sealed class ChangedPartTests
{
    [Fact]
    public async Task Missing_rows_are_detected_in_a_well_formed_file()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 30);
        var gainsight = CreateClient(tenant, (_, lines) => lines[..^1]);

        Func<Task> export = () => ExportTests.ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)));

        (await export.Should().ThrowAsync<GainsightProtocolException>()).Which.Message.Should().Contain("29 of 30");
    }

    [Fact]
    public async Task A_part_whose_rows_change_order_when_it_is_fetched_again_is_rejected()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 30);
        var gainsight = CreateClient(tenant, (fetch, lines) => fetch == 1 ? lines[..^10] : [lines[0], .. lines[1..].Reverse()]);
        var names = new List<string?>();

        Func<Task> export = async () =>
        {
            await foreach (var row in gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)))
            {
                names.Add(row.Name);
            }
        };

        (await export.Should().ThrowAsync<GainsightProtocolException>()).Which.Message.Should().Contain("another order");
        names.Should().HaveCount(20).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Too_many_rows_are_detected_at_the_end()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 30);
        var gainsight = CreateClient(tenant, (_, lines) => [.. lines, lines[1]]);

        Func<Task> export = () => ExportTests.ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)));

        (await export.Should().ThrowAsync<GainsightProtocolException>()).Which.Message.Should().Contain("30 rows").And.Contain("31");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task A_part_of_unknown_length_that_ends_early_when_it_is_fetched_again_loses_no_row(int timesShort)
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 700);
        var gainsight = CreateClient(
            tenant, (fetch, lines) => fetch == 1 ? [.. lines[..601], "\"cut"] : fetch <= 1L + timesShort ? lines[..301] : lines, withTotal: false);
        List<string?> names = [];

        Func<Task> export = async () =>
        {
            await foreach (var row in gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)))
            {
                names.Add(row.Name);
            }
        };

        if (timesShort == 1)
        {
            await export();
            names.Should().OnlyHaveUniqueItems().And.HaveCount(700);
        }
        else
        {
            (await export.Should().ThrowAsync<GainsightProtocolException>()).Which.Message.Should().Contain($"after {names.Count} rows").And.Contain("only 300");
        }
    }

    [Theory]
    [InlineData("iso-8859-1", true)]
    [InlineData("iso-8859-1", false)]
    [InlineData("latin1", true)]
    [InlineData("utf-8", true)]
    public async Task A_file_is_read_as_its_rows_show_whatever_one_byte_encoding_its_header_declares(string declared, bool isUtf8)
    {
        await using var tenant = await Tenant.StartAsync();
        string[] names = ["Acme", "Zoë", "Übermüller", "Plain"];
        foreach (var name in names)
        {
            tenant.Companies.Insert(("Name", name));
        }

        var gainsight = CreateClient(tenant, (_, lines) => lines, encoding: isUtf8 ? Encoding.UTF8 : Encoding.Latin1, declared: declared);

        var rows = await ExportTests.ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)));

        rows.Select(row => row.Name).Should().BeEquivalentTo(names);
    }

    [Fact]
    public async Task A_file_whose_rows_contradict_each_other_is_not_read_by_guesses()
    {
        await using var tenant = await Tenant.StartAsync();
        Insert(tenant, "Zoë", "two");
        var gainsight = CreateClient(
            tenant, (_, lines) => lines, encoding: Encoding.Latin1, declared: "iso-8859-1", change: text => text.Replace("Zoë", "ZoÃ«", StringComparison.Ordinal).Replace("two", "tëo", StringComparison.Ordinal));

        await FluentActions.Awaiting(() => ExportTests.ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name))))
            .Should().ThrowAsync<GainsightProtocolException>().WithMessage("*UTF-8*");
    }

    [Fact]
    public async Task A_failed_poll_of_a_job_is_retried()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 3);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.ExportStatus, Count = 6 });
        var gainsight = tenant.CreateClient();

        (await ExportTests.ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)))).Should().HaveCount(3);
    }

    private static void Insert(Tenant tenant, params string[] names)
    {
        foreach (var name in names)
        {
            tenant.Companies.Insert(("Name", name));
        }
    }

    private static GainsightClient CreateClient(
        Tenant tenant, Func<int, string[], string[]> lines, bool withTotal = true, Encoding? encoding = null, string declared = "utf-8", Func<string, string>? change = null) =>
        tenant.CreateClient(options => options.PrimaryHandler = new PartHook(options.PrimaryHandler!, lines)
        {
            WithTotal = withTotal,
            Encoding = encoding ?? Encoding.UTF8,
            Declared = declared,
            Change = change,
        });

    /// <summary>Changes the lines of each chunk during the download.</summary>
    private sealed class PartHook(HttpMessageHandler inner, Func<int, string[], string[]> change) : DelegatingHandler(inner)
    {
        private int _fetches;

        public required bool WithTotal { get; init; }

        public required Encoding Encoding { get; init; }

        public required string Declared { get; init; }

        public Func<string, string>? Change { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.RequestUri!.AbsolutePath.Contains("/chunk/", StringComparison.Ordinal))
            {
                var lines = (await response.Content.ReadAsStringAsync(cancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
                var text = string.Concat(change(++_fetches, lines).Select(line => $"{line}\r\n"));
                response.Content = new ByteArrayContent(Encoding.GetBytes(Change?.Invoke(text) ?? text));
                response.Content.Headers.TryAddWithoutValidation("Content-Type", $"text/csv; charset={Declared}");
            }
            else if (!WithTotal)
            {
                var body = await response.Content.ReadAsStringAsync(cancellationToken);
                response.Content = new StringContent(body.Replace("totalRecords", "untold", StringComparison.Ordinal), Encoding, "application/json");
            }

            return response;
        }
    }
}
