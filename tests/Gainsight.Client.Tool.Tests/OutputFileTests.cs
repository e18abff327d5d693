using System.Diagnostics;
using System.Text;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Tool.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly GainsightEmulator _emulator = new();
    private readonly ToolRun _tool;
    private readonly string _file;

    public OutputFileTests()
    {
        _tool = new ToolRun(_emulator);
        _file = Path.Combine(_tool.Folder, "rows.csv");
        _emulator.Object("Company").Insert(("Name", "Acme"));
    }

    public void Dispose()
    {
        _tool.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task A_file_that_is_replaced_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await File.WriteAllTextAsync(_file, "old");
        File.SetUnixFileMode(_file, mode);

        (await QueryAsync()).ExitCode.Should().Be(0);

        File.GetUnixFileMode(_file).Should().Be(mode);
        (await File.ReadAllLinesAsync(_file)).Should().Equal("Name", "Acme");
    }

    [Fact]
    public async Task A_link_stays_a_link_and_its_target_is_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var target = Path.Combine(_tool.Folder, "target.csv");
        await File.WriteAllTextAsync(target, "old");
        File.CreateSymbolicLink(_file, target);

        (await QueryAsync()).ExitCode.Should().Be(0);

        File.ResolveLinkTarget(_file, returnFinalTarget: false)!.FullName.Should().Be(target);
        (await File.ReadAllLinesAsync(target)).Should().Equal("Name", "Acme");
    }

    [Fact]
    public async Task What_is_no_file_is_written_to_and_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // A pipe in place of a device such as /dev/null, which a test that fails would replace for the whole machine.
        using (var make = Process.Start("mkfifo", _file))
        {
            await make.WaitForExitAsync();
        }

        // Opened both ways, it makes nobody wait for the other end.
        await using var pipe = new FileStream(_file, FileMode.Open, FileAccess.ReadWrite);
        (await QueryAsync()).ExitCode.Should().Be(0);

        await using (var now = new FileStream(_file, FileMode.Open, FileAccess.ReadWrite))
        {
            now.CanSeek.Should().BeFalse();
        }

        var content = new byte[100];
        Encoding.UTF8.GetString(content, 0, await pipe.ReadAsync(content)).ReplaceLineEndings("\n").Should().Be("Name\nAcme\n");
        Directory.GetFiles(_tool.Folder).Should().Equal(_file);
    }

    [Fact]
    public async Task A_file_that_a_kill_left_half_written_is_removed_by_the_next_command()
    {
        await File.WriteAllTextAsync(_file + ".gainsight.tmp", "half");

        (await QueryAsync()).ExitCode.Should().Be(0);

        Directory.GetFiles(_tool.Folder).Should().Equal(_file);
    }

    [Fact]
    public async Task A_link_to_a_file_that_does_not_exist_yet_stays_a_link()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var target = Path.Combine(_tool.Folder, "target.csv");
        File.CreateSymbolicLink(_file, target);

        var result = await QueryAsync();

        result.ExitCode.Should().Be(0, result.Error);
        new FileInfo(_file).LinkTarget.Should().Be(target);
        (await File.ReadAllLinesAsync(target)).Should().Equal("Name", "Acme");
        Directory.GetFiles(_tool.Folder).Should().BeEquivalentTo(_file, target);
    }

    [Fact]
    public async Task What_has_the_name_of_the_half_written_file_and_is_none_is_left_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var other = Path.Combine(_tool.Folder, "other.csv");
        await File.WriteAllTextAsync(other, "other");
        File.CreateSymbolicLink(_file + ".gainsight.tmp", other);

        var result = await QueryAsync();

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("is a link. Remove it");
        (await File.ReadAllTextAsync(other)).Should().Be("other");
        _emulator.Requests.CountOf(EmulatorOperations.Query).Should().Be(0);
    }

    [Fact]
    public async Task Of_many_starts_at_a_time_each_writes_a_whole_file_or_is_told_that_another_one_does()
    {
        var texts = Enumerable.Range(0, 8).Select(i => new string((char)('a' + i), 200_000 + i)).ToArray();
        var written = 0;

        await Task.WhenAll(texts.Select(text => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                try
                {
                    await AtomicFile.WriteAsync(_file, text, CancellationToken.None);
                    _ = Interlocked.Increment(ref written);
                }
                catch (ToolException exception)
                {
                    exception.Message.Should().Contain("cannot be written");
                }

                try
                {
                    texts.Should().Contain(await File.ReadAllTextAsync(_file));
                }
                catch (IOException)
                {
                    // It is not there yet, or has its lock for a moment after it appeared.
                }
            }
        })));

        written.Should().BePositive();
        texts.Should().Contain(await File.ReadAllTextAsync(_file));
        Directory.GetFiles(_tool.Folder).Should().Equal(_file);
    }

    [Fact]
    public async Task Two_commands_do_not_write_one_file_at_a_time()
    {
        await using var other = AtomicFile.Create(_file);

        var result = await QueryAsync();

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("rows.csv cannot be written");
        await other.CommitAsync(CancellationToken.None);
        Directory.GetFiles(_tool.Folder).Should().Equal(_file);
    }

    [Fact]
    public async Task A_disk_that_is_full_leaves_nothing()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var file = AtomicFile.Create(_file);
        await file.Stream.WriteAsync(new byte[10]);

        // The stream cannot write what it holds, as on a full disk.
        file.Stream.SafeFileHandle.Close();
        await file.DisposeAsync();

        Directory.GetFiles(_tool.Folder).Should().BeEmpty();
    }

    [Theory]
    [InlineData("rows.csv")]
    [InlineData("./rows.csv")]
    [InlineData("rows.csv.journal.jsonl")]
    public async Task The_results_of_an_upsert_never_replace_its_file_or_its_journal(string results)
    {
        const string content = "Name\nBrea\n";
        await File.WriteAllTextAsync(_file, content);

        var result = await _tool.RunAsync("upsert", _file, "--object", "Company", "--key", "Name", "--yes", "--results", Path.Combine(_tool.Folder, results));

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("--results");
        (await File.ReadAllTextAsync(_file)).Should().Be(content);
        _emulator.Requests.Count.Should().Be(0);
    }

    [Theory]
    [InlineData("doctor", "--report", ".")]
    [InlineData("doctor", "--report", "missing/report.md")]
    [InlineData("scaffold", "Asset__gc", "-o", "taken")]
    public async Task A_place_that_cannot_be_written_is_told_before_a_call_is_spent(params string[] args)
    {
        await File.WriteAllTextAsync(Path.Combine(_tool.Folder, "taken"), "");

        var result = await _tool.RunAsync([.. args[..^1], Path.Combine(_tool.Folder, args[^1])]);

        result.ExitCode.Should().Be(3);
        _emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_pipe_is_refused_as_the_file_of_an_upsert_because_it_is_read_more_than_once()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var make = Process.Start("mkfifo", _file))
        {
            await make.WaitForExitAsync();
        }

        await using var pipe = new FileStream(_file, FileMode.Open, FileAccess.ReadWrite);
        await pipe.WriteAsync("Name\nBrea\n"u8.ToArray());
        await pipe.FlushAsync();
        var result = await Task.Run(() => _tool.RunAsync("upsert", _file, "--object", "Company", "--key", "Name", "--yes")).WaitAsync(TimeSpan.FromSeconds(30));

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("can be read only once");
    }

    private Task<ToolResult> QueryAsync() => _tool.RunAsync("query", "Company", "--select", "Name", "-o", _file);
}
