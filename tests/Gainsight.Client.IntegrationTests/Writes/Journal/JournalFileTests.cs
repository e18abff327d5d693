using System.Text;

namespace Gainsight.Client.IntegrationTests.Writes.Journal;

/// <summary>The file of a journal: what it has, where it was cut off, and files that are no journals.</summary>
public sealed class JournalFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public JournalFileTests() => File.Delete(_path);

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task The_file_has_a_line_for_every_row_and_every_call()
    {
        await using var tenant = await Tenant.StartAsync();
        Company[] rows = [new() { Name = "A" }, new() { Name = "B", Stage = "Orbiting" }];
        using (var journal = WriteJournal.Open(_path))
        {
            await tenant.CreateClient().Companies.UpsertAsync(rows, CompanyFields.Name, new WriteOptions { Journal = journal, Preflight = true });
        }

        var lines = await File.ReadAllLinesAsync(_path);
        lines[0].Should().Be("""{"journal":"Gainsight.Client","version":1}""");
        lines.Should().ContainSingle(line => line.StartsWith("{\"sent\":[\"", StringComparison.Ordinal) && line.Contains("\"at\":\""));
        var (inserted, failed) = (lines.Single(line => line.StartsWith("{\"index\":0", StringComparison.Ordinal)), lines.Single(line => line.StartsWith("{\"index\":1", StringComparison.Ordinal)));
        inserted.Should().Contain("\"status\":\"Inserted\"").And.Contain($"\"gsid\":\"{tenant.Companies.Rows[0].Gsid}\"");
        failed.Should().Contain("\"status\":\"Failed\"").And.Contain("\"field\":\"Stage\"").And.NotContain("gsid");
    }

    [Fact]
    public async Task A_file_that_was_cut_off_at_any_byte_opens_and_loses_only_the_cut_line()
    {
        await using var tenant = await Tenant.StartAsync();
        using (var journal = WriteJournal.Open(_path))
        {
            await tenant.CreateClient().Companies.InsertAsync(Rows.Companies(4), new WriteOptions { Journal = journal });
        }

        var whole = await File.ReadAllBytesAsync(_path);
        long written = 0;
        for (var length = 0; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(_path, whole[..length]);
            using (var journal = WriteJournal.Open(_path))
            {
                journal.Written.Should().BeGreaterThanOrEqualTo(written);
                (journal.Written + journal.InDoubt).Should().BeOneOf(0, 4);
                written = journal.Written;
            }

            var kept = await File.ReadAllBytesAsync(_path);
            kept[^1].Should().Be((byte)'\n');
            (length == 0 || whole.AsSpan().StartsWith(kept)).Should().BeTrue();
        }

        written.Should().Be(4);
    }

    [Fact]
    public async Task Zeros_that_a_power_cut_left_at_the_end_are_removed()
    {
        using (WriteJournal.Open(_path))
        {
        }

        var whole = await File.ReadAllBytesAsync(_path);
        await File.WriteAllBytesAsync(_path, [.. whole, .. new byte[4096]]);
        using (WriteJournal.Open(_path))
        {
        }

        (await File.ReadAllBytesAsync(_path)).Should().Equal(whole);
    }

    [Theory]
    [InlineData("Name;Arr\nAcme;5\n")]
    [InlineData("Name")]
    [InlineData("{}")]
    [InlineData("{\"journal\":\"Gainsight.Client\",\"version\":2}\n")]
    public async Task A_file_that_is_no_journal_is_refused_and_left_as_it_is(string text)
    {
        await File.WriteAllTextAsync(_path, text);

        FluentActions.Invoking(() => WriteJournal.Open(_path)).Should().Throw<FormatException>().WithMessage($"{_path} is not a journal of a write. Name another file.");
        (await File.ReadAllTextAsync(_path)).Should().Be(text);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{\"id\":\"xyz\",\"status\":\"Inserted\"}")]
    [InlineData("{\"id\":\"00000000000000000000000000000001\",\"status\":\"Eaten\"}")]
    [InlineData("{\"id\":\"00000000000000000000000000000001\"}")]
    [InlineData("{\"sent\":5,\"at\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"sent\":[null],\"at\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("[]")]
    public async Task A_changed_line_is_named(string line)
    {
        using (WriteJournal.Open(_path))
        {
        }

        await File.AppendAllTextAsync(_path, line + "\n{}\n", new UTF8Encoding(false));

        FluentActions.Invoking(() => WriteJournal.Open(_path)).Should().Throw<FormatException>().WithMessage($"Line 2 of the journal {_path} cannot be read.*");
    }

    [Fact]
    public void A_journal_that_is_open_cannot_be_opened_again()
    {
        using var journal = WriteJournal.Open(_path);

        FluentActions.Invoking(() => WriteJournal.Open(_path)).Should().Throw<IOException>();
    }
}
