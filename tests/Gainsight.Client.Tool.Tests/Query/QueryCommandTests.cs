using System.Text;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Tool.Tests;

public sealed class QueryCommandTests : IDisposable
{
    private readonly GainsightEmulator _emulator = new();
    private readonly ToolRun _tool;

    public QueryCommandTests()
    {
        _tool = new ToolRun(_emulator);
        var companies = _emulator.Object("Company");
        companies.Insert(("Name", "Acme; \"the\" first"), ("Arr", 125000.5m), ("RenewalDate", new DateOnly(2026, 3, 31)), ("Stage", "Launched"), ("Tags", new[] { "Beta", "Strategic" }));
        companies.Insert(("Name", "Bréa\nLtd"), ("Arr", 10m));
        companies.Insert(("Name", "Crane"));
    }

    public void Dispose()
    {
        _tool.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task Rows_become_csv_whose_values_every_culture_reads()
    {
        var result = await QueryAsync("--select", "Name,Arr", "RenewalDate,Stage,Tags", "--order", "Name", "--labels");

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().Be(
            "Name,Arr,RenewalDate,Stage,Tags\r\n\"Acme; \"\"the\"\" first\",125000.5,2026-03-31,Launched,Beta;Strategic\r\n\"Bréa\nLtd\",10,,,\r\nCrane,,,,\r\n");
        result.Error.Should().Be("3 rows." + Environment.NewLine);
    }

    [Fact]
    public async Task Json_lines_keep_the_kinds_of_the_values()
    {
        var file = Path.Combine(_tool.Folder, "rows.jsonl");

        var result = await QueryAsync("--select", "Name,Arr,RenewalDate,Tags", "--order", "Name:desc", "--take", "2", "--labels", "-o", file, "--where", "Arr IS_NOT_NULL");

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain($"2 rows in {file}.");
        (await File.ReadAllLinesAsync(file)).Should().Equal(
            """{"Name":"Bréa\nLtd","Arr":10,"RenewalDate":null,"Tags":null}""",
            """{"Name":"Acme; \"the\" first","Arr":125000.5,"RenewalDate":"2026-03-31","Tags":["Beta","Strategic"]}""");
    }

    [Fact]
    public async Task A_table_shows_the_rows_without_control_characters()
    {
        var result = await QueryAsync("--select", "Name,Arr", "--order", "Name", "--format", "table");

        result.ExitCode.Should().Be(0);
        result.Output.Should().ContainAll("Name", "Arr", "125000.5", "Bréa Ltd", "Crane");
    }

    [Theory]
    [InlineData("Name EQ Crane", "Crane")]
    [InlineData("Name IN [\"Crane\"]", "Crane")]
    [InlineData("name starts_with Acme; \"the", "Acme")]
    [InlineData("Arr LT 11", "Bréa")]
    [InlineData("Arr LTE 10", "Bréa")]
    [InlineData("Arr LTE 1e1", "Bréa")]
    [InlineData("Arr IS_NULL", "Crane")]
    [InlineData("{\"conditions\":[{\"name\":\"Arr\",\"alias\":\"A\",\"value\":[11],\"operator\":\"GT\"}],\"expression\":\"A\"}", "Acme")]
    [InlineData("@filter.json", "Acme")]
    public async Task A_filter_is_words_json_or_a_file(string where, string name)
    {
        var file = Path.Combine(_tool.Folder, "filter.json");
        await File.WriteAllTextAsync(file, """{"conditions":[{"name":"Arr","alias":"A","value":[11],"operator":"GT"}],"expression":"A"}""", Encoding.UTF8);

        var result = await QueryAsync("--select", "Name", "--format", "jsonl", "--where", where.Replace("@filter.json", "@" + file, StringComparison.Ordinal));

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.TrimEnd().Should().StartWith($"{{\"Name\":\"{name}").And.NotContain("\n");
    }

    [Fact]
    public async Task Several_filters_must_all_hold_and_all_fields_come_without_a_selection()
    {
        var result = await QueryAsync("--where", "Arr GT 1", "--where", "Name CONTAINS Acme");

        result.ExitCode.Should().Be(0, result.Error);
        var lines = result.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(2);
        lines[0].Split(',').Should().Equal(_emulator.Object("Company").Fields.Select(field => field.Name));
    }

    [Theory]
    [InlineData(3, "Did you mean 'Name'?", "--select", "Nme")]
    [InlineData(3, "Did you mean 'Name'?", "--where", "Nme EQ x")]
    [InlineData(3, "Did you mean 'Name'?", "--order", "Nme")]
    [InlineData(3, "write FIELD, FIELD:asc or FIELD:desc", "--order", "Name:down")]
    [InlineData(3, "write \"FIELD OPERATOR VALUE\"", "--where", "Name")]
    [InlineData(3, "--where has an empty value", "--where", "")]
    [InlineData(3, "is not JSON", "--where", "{\"conditions\":")]
    [InlineData(3, "a filter has the array conditions", "--where", "{\"a\":1}")]
    [InlineData(3, "--where @none.json", "--where", "@none.json")]
    [InlineData(3, "takes 1 value", "--where", "Name EQ")]
    [InlineData(3, "--where: Arr takes numbers", "--where", "Arr GTE abc")]
    [InlineData(3, "--where: Arr takes numbers", "--where", "Arr GTE \"abc\"")]
    [InlineData(3, "--where: Arr takes numbers", "--where", "Arr IN [1,\"x\"]")]
    [InlineData(3, "--take needs a number above 0", "--take", "0")]
    [InlineData(3, "--take needs a number above 0", "--take", "many")]
    [InlineData(3, "for a terminal", "--format", "table", "-o", "x.csv")]
    [InlineData(3, "is a folder", "-o", ".")]
    [InlineData(3, "does not exist. Create it first", "-o", "none/x.csv")]
    public async Task A_wrong_option_is_told_and_no_query_is_sent(int exitCode, string problem, params string[] args)
    {
        var result = await QueryAsync(args);

        result.ExitCode.Should().Be(exitCode);
        result.Error.Should().Contain(problem).And.NotContainAny("bug in the tool", "(Parameter", "?.");
        _emulator.Requests.CountOf(EmulatorOperations.Query).Should().Be(0);
    }

    [Fact]
    public async Task An_object_that_is_missing_is_a_wrong_argument_as_a_field_is()
    {
        var result = await _tool.RunAsync("query", "Compny");

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("Did you mean company?");
        _emulator.Requests.CountOf(EmulatorOperations.Query).Should().Be(0);
    }

    [Fact]
    public async Task A_query_stops_when_nobody_reads_its_output()
    {
        _emulator.Switches.PageCap = 10;
        for (var i = 0; i < 200; i++)
        {
            _emulator.Object("Company").Insert(("Name", new string('x', 1000)));
        }

        using var error = new StringWriter();
        var exitCode = await ToolCommand.RunAsync(["query", "Company", "--select", "Name", "--format", "jsonl"], _tool.Host(error: error, bytes: new ClosedPipe()), CancellationToken.None);

        exitCode.Should().Be(141);
        error.ToString().Trim().Should().Be("Stopped, because nobody reads the output any more.");
        _emulator.Requests.CountOf(EmulatorOperations.Query).Should().BeLessThan(5);
    }

    [Fact]
    public async Task A_limit_of_the_client_is_told_with_the_setting_and_the_option_of_the_tool()
    {
        _emulator.Object("Company").Insert(("Name", new string('x', 5000)));
        _tool.Variables["Gainsight__MaxAnswerBytes"] = "60000";
        for (var i = 0; i < 20; i++)
        {
            _emulator.Object("Company").Insert(("Name", new string('x', 5000)));
        }

        var result = await QueryAsync("--select", "Name");

        result.ExitCode.Should().Be(1);
        result.Error.Should().ContainAll("MaxAnswerBytes", "--select FIELD", "set Gainsight__MaxAnswerBytes in the environment, or MaxAnswerBytes in the profile");
    }

    [Fact]
    public async Task A_refused_query_leaves_the_file_that_was_there()
    {
        var file = Path.Combine(_tool.Folder, "rows.csv");
        await File.WriteAllTextAsync(file, "before");
        _ = _emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Query, Status = 400 });

        var result = await QueryAsync("--select", "Name", "-o", file);

        result.ExitCode.Should().Be(1);
        (await File.ReadAllTextAsync(file)).Should().Be("before");
        Directory.GetFiles(_tool.Folder).Should().Equal(file);
    }

    private Task<ToolResult> QueryAsync(params string[] args) => _tool.RunAsync(["query", "Company", .. args]);

    /// <summary>A pipe whose reader has gone.</summary>
    private sealed class ClosedPipe : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("Broken pipe", 32);

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", 32);
    }
}
