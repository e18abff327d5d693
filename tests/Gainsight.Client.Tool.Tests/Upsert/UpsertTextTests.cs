using Gainsight.Client.Emulator;

namespace Gainsight.Client.Tool.Tests;

/// <summary>What an upsert says in its end, and about names that a file brings along.</summary>
public sealed class UpsertTextTests : IDisposable
{
    private readonly GainsightEmulator _emulator = new();
    private readonly ToolRun _tool;
    private readonly string _file;

    public UpsertTextTests()
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
    public async Task A_suggestion_ends_its_sentence()
    {
        await File.WriteAllTextAsync(_file, "Serial_Number__gc,Sests__gc\nS-1,1\n");

        (await UpsertAsync()).Error.Should().Contain("Did you mean 'Seats__gc'? It has the columns").And.NotContain("?.");
    }

    [Fact]
    public async Task One_row_was_written()
    {
        await File.WriteAllTextAsync(_file, "Serial_Number__gc,Seats__gc\nS-1,1\nS-2,many\n");
        (await UpsertAsync()).ExitCode.Should().Be(2);

        (await UpsertAsync()).Error.Should().Contain("1 row was written before");
    }

    [Fact]
    public async Task Names_of_columns_do_not_steer_the_terminal()
    {
        await File.WriteAllTextAsync(_file, "Serial_Number__gc,\u001b[2JGone\u0007\nS-1,1\n");

        (await UpsertAsync()).Error.Should().Contain(" [2JGone").And.NotContainAny("\u001b", "\u0007");
    }

    [Theory]
    [InlineData("--key", "a,b,c,d")]
    [InlineData("--key", "Name,name")]
    public async Task A_key_that_cannot_be_used_is_told_without_names_of_the_code(string option, string value)
    {
        await File.WriteAllTextAsync(_file, "Name\nS-1\n");

        var result = await _tool.RunAsync("upsert", _file, "--object", "Asset__gc", "--yes", option, value);

        result.ExitCode.Should().Be(3);
        result.Error.Should().NotBeEmpty().And.NotContainAny("(Parameter", "bug in the tool");
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_loaded_is_told_with_what_to_do()
    {
        string[] lines = [.. Enumerable.Range(0, 20_001).Select(i => i == 0 ? "Serial_Number__gc,Seats__gc" : $"S-{i},{i}")];
        await File.WriteAllLinesAsync(_file, lines);
        _emulator.Limits.CallsPerMinute = 100_000;
        _tool.Variables["Gainsight__Limits__sync-minute"] = "100000";
        var isSpoilt = false;
        using var tool = new ToolRun(_emulator)
        {
            Handler = new ActingHandler(_emulator.CreateHandler(), () =>
            {
                if (!isSpoilt)
                {
                    isSpoilt = true;
                    var bytes = File.ReadAllBytes(_file);
                    bytes[^3] = (byte)'"';
                    File.WriteAllBytes(_file, bytes);
                }
            }),
        };
        tool.Variables["Gainsight__Limits__sync-minute"] = "100000";
        string[] args = ["upsert", _file, "--object", "Asset__gc", "--key", "Serial_Number__gc", "--yes"];

        var stopped = await tool.RunAsync(args);
        await File.WriteAllLinesAsync(_file, lines);
        var resumed = await _tool.RunAsync([.. args, "--resume"]);

        stopped.ExitCode.Should().Be(1, stopped.Error);
        stopped.Error.Should().ContainAll("The load stopped.", "correct what is wrong first", "--resume", $"{_file}, line 20001: ").And.NotContain("bug in the tool");
        resumed.ExitCode.Should().Be(0, resumed.Error);
        _emulator.Object("Asset__gc").Count.Should().Be(20_000);
    }

    [Fact]
    public async Task Results_that_cannot_be_written_to_their_end_leave_no_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = AtomicFile.Create(Path.Combine(_tool.Folder, "r.csv"));
        var results = new ResultFile(file);
        results.Add(2, new(0, "Failed", null, [], IsBad: true));

        // The file cannot take what it holds, as on a full disk.
        file.Stream.SafeFileHandle.Close();

        await FluentActions.Awaiting(async () => await results.DisposeAsync()).Should().ThrowAsync<Exception>();

        Directory.GetFiles(_tool.Folder).Should().BeEmpty();
    }

    private Task<ToolResult> UpsertAsync(params string[] args) =>
        _tool.RunAsync(["upsert", _file, "--object", "Asset__gc", "--key", "Serial_Number__gc", "--yes", .. args]);

    /// <summary>Does something before the first write is sent.</summary>
    private sealed class ActingHandler(HttpMessageHandler inner, Action act) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/objects/Asset__gc", StringComparison.OrdinalIgnoreCase))
            {
                act();
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
