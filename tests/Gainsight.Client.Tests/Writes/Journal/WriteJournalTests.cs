namespace Gainsight.Client.Tests.Writes;

public sealed class WriteJournalTests : IDisposable
{
    private const string Header = """{"journal":"Gainsight.Client","version":1}""";

    private static readonly DateTimeOffset Now = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void What_was_noted_is_known_when_the_file_is_opened_again()
    {
        using (var first = WriteJournal.Open(_path))
        {
            (first.Written, first.InDoubt).Should().Be((0, 0));
            var rows = new[] { "A", "B", "C", "D", "E" }.Select((name, i) => Row(first, name, i)).ToArray();
            first.Send(rows.Take(3).Select(row => row.Journal!), Now);
            first.Send(rows.Skip(3).Select(row => row.Journal!), Now + TimeSpan.FromSeconds(1));
            rows[0].Outcome = new(0, rows[0].Record, RowStatus.Inserted, "1P1", requestId: "r-1");
            rows[1].Outcome = new(1, rows[1].Record, RowStatus.Failed, errors: [new("GSOBJ_1012", "No stage.", "Stage"), new(null, "Bad.")]);
            rows[2].Outcome = new(2, rows[2].Record, RowStatus.Unknown);
            rows[3].Outcome = new(3, rows[3].Record, RowStatus.NotAttempted);
            first.Add(rows.Take(4));
        }

        File.ReadAllText(_path).Should().StartWith(Header + "\n{\"sent\":[").And.EndWith("}\n");
        File.ReadAllLines(_path).Skip(3).Select(line => line.Replace(IdOf("B"), "ID")).Should().Contain(
            """{"index":1,"id":"ID","status":"Failed","errors":[{"code":"GSOBJ_1012","field":"Stage","message":"No stage."},{"message":"Bad."}]}""");
        using var journal = WriteJournal.Open(_path);
        (journal.Written, journal.InDoubt).Should().Be((1, 2));
        Known(journal, "A").Should().Be((RowStatus.Inserted, "1P1", null, 0));
        Known(journal, "B").Should().Be((null, null, null, 0));
        Known(journal, "C").Should().Be((null, null, Now, 1));
        Known(journal, "D").Should().Be((null, null, null, 0));
        Known(journal, "E").Should().Be((null, null, Now + TimeSpan.FromSeconds(1), 2));
        Known(journal, "F").Should().Be((null, null, null, 0));
    }

    [Fact]
    public void The_last_line_of_a_row_holds()
    {
        using (var first = WriteJournal.Open(_path))
        {
            var row = Row(first, "A", 0);
            row.Outcome = new(0, row.Record, RowStatus.Updated);
            first.Add([row]);
            first.Send([row.Journal!], Now);
        }

        using var journal = WriteJournal.Open(_path);
        (journal.Written, journal.InDoubt).Should().Be((0, 1));
        Known(journal, "A").Should().Be((null, null, Now, 1));
    }

    [Fact]
    public void What_is_no_row_is_noted_by_its_content()
    {
        using (var first = WriteJournal.Open(_path))
        {
            first.Add(first.Find("event"u8), RowStatus.Inserted);
        }

        using var journal = WriteJournal.Open(_path);
        journal.Find("event"u8).Written.Should().Be(RowStatus.Inserted);
        journal.Find("event"u8).Written.Should().BeNull("equal content is told apart by how often it came");
        journal.Find("other"u8).Written.Should().BeNull();
    }

    [Fact]
    public void A_row_without_a_place_in_the_journal_is_noted_without_an_id()
    {
        using (var first = WriteJournal.Open(_path))
        {
            WriteRow<Company> row = new(7, new Company { Name = "A" });
            row.Outcome = new(7, row.Record, RowStatus.Failed);
            first.Add([row]);
        }

        File.ReadAllLines(_path).Should().Equal(Header, """{"index":7,"status":"Failed"}""");
        using var journal = WriteJournal.Open(_path);
        (journal.Written, journal.InDoubt).Should().Be((0, 0));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(3_000)]
    [InlineData(200_000)]
    public void Lines_of_any_length_are_read(int length)
    {
        File.WriteAllText(_path, $"{Header}\n{Line(1, new string('x', length))}\n{Line(2, "y")}\n{Line(3, new string('z', length))}\n");
        var whole = File.ReadAllBytes(_path);

        using (var journal = WriteJournal.Open(_path))
        {
            (journal.Written, journal.InDoubt).Should().Be((3, 0));
        }

        File.ReadAllBytes(_path).Should().Equal(whole);
    }

    [Fact]
    public void Many_lines_are_read_across_the_pieces_of_the_file()
    {
        File.WriteAllText(_path, $"{Header}\n{string.Concat(Enumerable.Range(1, 5_000).Select(i => Line(i, new string('x', i % 97)) + "\n"))}{{\"id\":\"cut");

        using (var journal = WriteJournal.Open(_path))
        {
            journal.Written.Should().Be(5_000);
        }

        File.ReadAllText(_path).Should().EndWith("}\n");
    }

    [Fact]
    public void A_file_with_a_part_of_the_header_is_a_new_journal()
    {
        File.WriteAllText(_path, Header[..10]);

        WriteJournal.Open(_path).Dispose();

        File.ReadAllText(_path).Should().Be(Header + "\n");
    }

    [Fact]
    public void A_line_that_was_changed_is_named_with_what_to_do()
    {
        File.WriteAllText(_path, $"{Header}\n{Line(1, "x")}\n{{\"id\":\"1\",\"status\":\"Inserted\"}}\n");

        FluentActions.Invoking(() => WriteJournal.Open(_path)).Should().Throw<FormatException>()
            .WithMessage($"Line 3 of the journal {_path} cannot be read. It was changed after it was written. Use a copy that was not changed.")
            .WithInnerException<FormatException>();
        using var file = File.Open(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_file_needs_a_name(string? path) => FluentActions.Invoking(() => WriteJournal.Open(path!)).Should().Throw<ArgumentException>().WithParameterName(nameof(path));

    private static string Line(int id, string gsid) => $$"""{"index":0,"id":"{{JournalId.ToText((UInt128)id)}}","status":"Inserted","gsid":"{{gsid}}"}""";

    private static WriteRow<Company> Row(WriteJournal journal, string name, int index)
    {
        Company company = new() { Name = name };
        return new(index, company) { Journal = journal.Find("scope|", company) };
    }

    private static string IdOf(string name) => JournalId.ToText(JournalId.Of("scope|", new Company { Name = name }));

    private static (RowStatus? Written, string? Gsid, DateTimeOffset? SentAt, int Call) Known(WriteJournal journal, string name)
    {
        var row = journal.Find("scope|", new Company { Name = name });
        return (row.Written, row.Gsid, row.SentAt, row.Call);
    }
}
