using System.Text;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Tool.Tests;

public sealed class UpsertCommandTests : IDisposable
{
    private readonly GainsightEmulator _emulator = new();
    private readonly ToolRun _tool;
    private readonly string _file;

    public UpsertCommandTests()
    {
        _tool = new ToolRun(_emulator);
        _file = Path.Combine(_tool.Folder, "assets.csv");
    }

    public void Dispose()
    {
        _tool.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task Rows_become_records_whatever_their_encoding_and_delimiter()
    {
        _emulator.Object("Company").Insert(("Name", "Müller & Söhne"));
        await File.WriteAllTextAsync(
            _file,
            "Serial_Number__gc;Name;Seats__gc;Kauf;Kunde;Tier__gc;Regions__gc;In_Use__gc;Interne Notiz\r\n"
            + "S-1;\"Säge;\r\n\"\"groß\"\"\";12,5;31.03.2026;Müller & Söhne;gold;EMEA;true;x\r\n".Replace("12,5", "12.5", StringComparison.Ordinal)
            + "S-2;Bohrer;;;;;;;\r\n",
            Encoding.Latin1);

        var result = await UpsertAsync("--map", "Kauf=Purchased_On__gc", "Kunde=Company__gc__gr.Name", "--dates", "dd.MM.yyyy", "--ignore", "Interne Notiz");

        result.ExitCode.Should().Be(0, result.Error);
        result.Error.Should().Contain("2 rows, 9 columns separated by ';', windows-1252.");
        result.Output.Should().Contain("2 Inserted. The result of each row is in");
        var saw = Rows().Single(row => "S-1".Equals(row["Serial_Number__gc"]));
        saw["Name"].Should().Be("Säge;\r\n\"groß\"");
        (saw["Seats__gc"], saw["Purchased_On__gc"], saw["In_Use__gc"]).Should().Be((12.5m, new DateOnly(2026, 3, 31), true));
        _emulator.Object("Company").Find((string)saw["Company__gc"]!)!["Name"].Should().Be("Müller & Söhne");
        var results = await File.ReadAllLinesAsync(_file + ".results.csv");
        results[0].Should().Be("line,status,gsid,field,error");
        results[1..].Should().BeEquivalentTo($"2,Inserted,{saw.Gsid},,", $"4,Inserted,{Rows().Single(row => row != saw).Gsid},,");
        File.Exists(_file + ".journal.jsonl").Should().BeFalse();
        Directory.GetFiles(_tool.Folder).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_second_load_of_the_same_rows_sends_nothing()
    {
        await File.WriteAllTextAsync(_file, "Serial_Number__gc,Seats__gc\nS-1,1\nS-2,2\n");
        (await UpsertAsync()).ExitCode.Should().Be(0);
        var writes = Writes();

        var result = await UpsertAsync();

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain("2 Unchanged");
        Writes().Should().Be(writes);
    }

    [Fact]
    public async Task Bad_rows_are_told_with_their_lines_and_only_they_are_sent_after_a_correction()
    {
        await File.WriteAllTextAsync(_file, "Serial_Number__gc,Name,Seats__gc,Tier__gc\nS-1,\"a\nb\",1,Gold\nS-2,b,many,Gold\nS-3,c,3\nS-4,d,4,Platinum\n\nS-5,e,5,Silver\n");

        var result = await UpsertAsync();

        result.ExitCode.Should().Be(2);
        result.Error.Should().ContainAll(
            "assets.csv, line 4: Failed. Seats__gc (Seats__gc): expected a number",
            "assets.csv, line 5: Failed. Expected 4 cells, one for each name of the first line, but there are 3",
            "assets.csv, line 6: Failed. Tier__gc (Tier__gc): expected one of");
        result.Output.Should().Contain("3 Failed, 2 Inserted");
        Rows().Select(row => row["Serial_Number__gc"]).Should().BeEquivalentTo(["S-1", "S-5"]);
        (await File.ReadAllTextAsync(_file + ".results.csv")).Should().ContainAll("4,Failed,,Seats__gc,", "5,Failed", "6,Failed,,Tier__gc");
        await File.WriteAllTextAsync(_file, "Serial_Number__gc,Name,Seats__gc,Tier__gc\nS-1,\"a\nb\",1,Gold\nS-2,b,2,Gold\nS-3,c,3,\nS-4,d,4,Bronze\n\nS-5,e,5,Silver\n");

        var refused = await UpsertAsync();
        var resumed = await UpsertAsync("--resume");

        refused.ExitCode.Should().Be(3);
        refused.Error.Should().ContainAll("2 rows were written before", "Add --resume", "delete");
        resumed.ExitCode.Should().Be(0);
        Rows().Select(row => row["Seats__gc"]).Should().BeEquivalentTo([1m, 2m, 3m, 4m, 5m]);
        File.Exists(_file + ".journal.jsonl").Should().BeFalse();
    }

    [Theory]
    [InlineData("", "is empty. Its first line must name the columns.")]
    [InlineData("\n\n", "is empty")]
    [InlineData("Serial_Number__gc,Sests__gc\nS-1,1\n", "The column Sests__gc is not a field of asset__gc. Did you mean 'Seats__gc'?")]
    [InlineData("Serial_Number__gc,CreatedDate\nS-1,2026-01-01\n", "is not a field of asset__gc that can be written. ")]
    [InlineData("Name,Seats__gc\nx,1\n", "No column becomes the key Serial_Number__gc.")]
    [InlineData("Serial_Number__gc,Name,name\nS-1,a,b\n", "the column Name 2 times")]
    [InlineData("Serial_Number__gc,Name\nS-1,\"a\nS-2,b\nS-3,c\n", "assets.csv, line 2: ")]
    [InlineData("Serial_Number__gc\0Name\nS-1\0a\n", "has zero bytes")]
    [InlineData("Serial_Number__gc:Name\nS-1:a\n", "The column Serial_Number__gc:Name is not a field")]
    public async Task A_file_that_cannot_be_loaded_is_told_and_nothing_is_written(string content, string problem)
    {
        await File.WriteAllTextAsync(_file, content);

        var result = await UpsertAsync();

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain(problem).And.NotContain("Parameter");
        (Writes(), Rows().Count).Should().Be((0, 0));
        Directory.GetFiles(_tool.Folder).Should().Equal(_file);
    }

    [Theory]
    [InlineData("--delimiter", "ab", "--delimiter: 'ab' cannot separate cells. Give one character")]
    [InlineData("--delimiter", "", "--delimiter has an empty value")]
    [InlineData("--encoding", "klingon", "--encoding: There is no encoding 'klingon'")]
    [InlineData("--encoding", "us-ascii", "is not in the encoding us-ascii")]
    [InlineData("--map", "Name", "--map Name is not COLUMN=FIELD")]
    [InlineData("--map", "Nam=Name", "It has no column Nam")]
    [InlineData("--ignore", "Extra", "has no such column")]
    [InlineData("--object", "Aset__gc", "Did you mean")]
    [InlineData("--results", "missing/results.csv", "does not exist. Create it first")]
    [InlineData("--results", ".", "is a folder")]
    public async Task A_wrong_option_is_told_and_nothing_is_written(string option, string value, string problem)
    {
        await File.WriteAllTextAsync(_file, "Serial_Number__gc,Name\nS-1,Säge\n");
        string[] args = ["upsert", _file, "--key", "Serial_Number__gc", "--yes", option, value];

        var result = await _tool.RunAsync(option == "--object" ? args : [.. args, "--object", "Asset__gc"]);

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain(problem);
        (Writes(), Rows().Count).Should().Be((0, 0));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", false)]
    public async Task Unicode_is_read_with_and_without_a_mark(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes("Serial_Number__gc,Name\nS-1,Säge\n");
        await File.WriteAllBytesAsync(_file, hasMark ? [.. encoding.GetPreamble(), .. bytes] : bytes);

        var result = await UpsertAsync(hasMark || name == "utf-8" ? [] : ["--encoding", name]);

        result.ExitCode.Should().Be(0, result.Error);
        Rows().Single()["Name"].Should().Be("Säge");
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_be_written_and_writes_nothing()
    {
        _emulator.Object("Asset__gc").Insert(("Serial_Number__gc", "S-1"), ("Seats__gc", 1));
        await File.WriteAllTextAsync(_file, "Serial_Number__gc,Seats__gc\nS-1,1\nS-2,2\nS-3,x\n");

        var result = await _tool.RunAsync("upsert", _file, "--object", "Asset__gc", "--key", "Serial_Number__gc", "--dry-run");

        result.ExitCode.Should().Be(2);
        result.Output.Should().Contain("1 Unchanged, 1 WouldFail, 1 WouldInsert. Nothing was written.");
        (Writes(), Rows().Count).Should().Be((0, 1));
        (await File.ReadAllLinesAsync(_file + ".results.csv")).Should().HaveCount(4);
        File.Exists(_file + ".journal.jsonl").Should().BeFalse();
    }

    [Theory]
    [InlineData(true, 0, 1)]
    [InlineData(false, 3, 0)]
    [InlineData(null, 3, 0)]
    public async Task A_write_is_agreed_to_first_and_refused_without_a_terminal(bool? answer, int exitCode, int rows)
    {
        using var tool = new ToolRun(_emulator) { Answer = answer };
        await File.WriteAllTextAsync(_file, "Serial_Number__gc\nS-1\n");

        var result = await tool.RunAsync("upsert", _file, "--object", "Asset__gc", "--key", "Serial_Number__gc");

        (result.ExitCode, Rows().Count).Should().Be((exitCode, rows));
        var asked = answer is null ? result.Error : tool.Questions.Single();
        asked.Should().Contain($"This writes 1 row to Asset__gc of {_emulator.BaseAddress.Authority}.");
        (answer is null).Should().Be(result.Error.Contains("add --yes", StringComparison.Ordinal));
        File.Exists(_file + ".results.csv").Should().Be(answer == true);
    }

    [Fact]
    public async Task A_stopped_load_goes_on_and_writes_each_row_once()
    {
        await File.WriteAllLinesAsync(_file, Enumerable.Range(0, 401).Select(i => i == 0 ? "Serial_Number__gc,Seats__gc" : $"S-{i},{i}"));
        using var stop = new CancellationTokenSource();
        using var tool = new ToolRun(_emulator) { Handler = new StoppingHandler(_emulator.CreateHandler(), stop) };
        string[] args = ["upsert", _file, "--object", "Asset__gc", "--key", "Serial_Number__gc", "--yes"];

        var stopped = await tool.RunAsync(args, stop.Token);
        var before = Rows().Count;
        var resumed = await _tool.RunAsync([.. args, "--resume"]);

        stopped.ExitCode.Should().Be(130);
        stopped.Error.Should().Contain("run the command again with --resume");
        before.Should().BeInRange(1, 399);
        resumed.ExitCode.Should().Be(0, resumed.Error);
        Rows().Select(row => row["Serial_Number__gc"]).Should().BeEquivalentTo(Enumerable.Range(1, 400).Select(i => $"S-{i}"));
        (await File.ReadAllLinesAsync(_file + ".results.csv")).Should().HaveCount(401);
    }

    [Fact]
    public async Task People_are_written_by_their_addresses()
    {
        await File.WriteAllTextAsync(_file, "Email,FirstName\nada@example.com,Ada\n");

        var result = await _tool.RunAsync("upsert", _file, "--object", "Person", "--yes");

        result.ExitCode.Should().Be(0, result.Error);
        _emulator.Object("Person").Rows.Single()["FirstName"].Should().Be("Ada");
    }

    private IReadOnlyList<EmulatedRow> Rows() => _emulator.Object("Asset__gc").Rows;

    private int Writes() => _emulator.Requests.CountOf(EmulatorOperations.Insert) + _emulator.Requests.CountOf(EmulatorOperations.Update);

    private Task<ToolResult> UpsertAsync(params string[] args) =>
        _tool.RunAsync(["upsert", _file, "--object", "Asset__gc", "--key", "Serial_Number__gc", "--yes", .. args]);

    /// <summary>Stops the command at its second write, as Ctrl-C would.</summary>
    private sealed class StoppingHandler(HttpMessageHandler inner, CancellationTokenSource stop) : DelegatingHandler(inner)
    {
        private int _writes;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (request.RequestUri!.AbsolutePath.EndsWith("/objects/Asset__gc", StringComparison.OrdinalIgnoreCase) && Interlocked.Increment(ref _writes) == 2)
            {
                await stop.CancelAsync();
            }

            return answer;
        }
    }
}
