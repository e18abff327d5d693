using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Emulator.Tests;

public sealed class StateFileTests
{
    [Fact]
    public async Task A_tenant_survives_a_restart()
    {
        using var folder = new TemporaryFolder();
        var seed = folder.Write("tenant.json", """{"objects":[{"name":"Company","fields":[{"name":"Region__gc"}]}],"rows":{"Company":[{"Name":"Seeded"}]}}""");
        string[] args = ["--data", folder["state.json"], "--seed", seed, "--client", "id=secret", "--publisher", "Usage,Secret=s", "--fault", "Respond,Count=1,Status=418,Operation=x"];
        string first;
        await using (var tool = await RunningTool.StartAsync(args))
        {
            _ = await tool.InsertAsync("Acme");
            (await tool.StopAsync()).Should().Be(0);
            first = await File.ReadAllTextAsync(folder["state.json"]);
        }

        await using var again = await RunningTool.StartAsync(args);
        var names = await again.NamesAsync();
        _ = await again.InsertAsync("Beta");
        var all = await again.NamesAsync();
        _ = await again.StopAsync();

        names.Should().BeEquivalentTo("Seeded", "Acme");
        all.Should().BeEquivalentTo("Seeded", "Acme", "Beta");
        again.Output.Should().Contain("was not loaded: the state file has a tenant already");
        var second = await File.ReadAllTextAsync(folder["state.json"]);
        Lines(second).Should().BeEquivalentTo(Lines(first), "clients, publishers and faults of the command line are not added again");

        static IEnumerable<string> Lines(string state) => state.Split('\n').Where(line => !line.Contains("\"Name\":\"", StringComparison.Ordinal) && !line.StartsWith("\"randomSeed\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_emulator_on_the_same_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using var tool = await RunningTool.StartAsync("--data", folder["state.json"]);

        (var exitCode, _, var error) = await RunningTool.RunAsync(null, "--port", "0", "--data", folder["state.json"]);

        exitCode.Should().Be(1);
        error.Should().Contain("Another emulator uses the state file").And.Contain(folder["state.json"]);
    }

    [Theory]
    [InlineData(0, "was cut off or changed: line 1, column 1*")]
    [InlineData(0.5, "was cut off or changed: line *")]
    [InlineData(0.999, "was cut off or changed: line *")]
    public void A_file_that_was_cut_off_is_refused_and_stays_as_it_is(double part, string message)
    {
        using var folder = new TemporaryFolder();
        using var tenant = new Tenant();
        var dump = tenant.Emulator.Dump();
        var cut = folder.Write("state.json", dump[..(int)(dump.Length * part)]);
        using var state = StateFile.Open(cut);

        tenant.Emulator.Invoking(state.Load).Should().Throw<IOException>().WithMessage($"The state file {cut} {message}Restore it from a copy, or delete it*");

        File.ReadAllText(cut).Should().HaveLength((int)(dump.Length * part));
        tenant.Emulator.Dump().Should().Be(dump);
    }

    [Theory]
    [InlineData("""{"rows":{}}""", "*cannot be used: It is a seed*")]
    [InlineData("""{"version":2,"complete":true}""", "*cannot be used: seed: The seed has version 2*")]
    public void A_file_that_is_no_state_of_this_version_is_refused(string text, string message)
    {
        using var folder = new TemporaryFolder();
        using var tenant = new Tenant();
        using var state = StateFile.Open(folder.Write("state.json", text));

        tenant.Emulator.Invoking(state.Load).Should().Throw<IOException>().WithMessage(message);
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_refused_with_the_remedy()
    {
        using var folder = new TemporaryFolder();
        var readOnly = folder.Write("read-only.json", "{}");
        File.SetAttributes(readOnly, FileAttributes.ReadOnly);

        Open(folder.Path).Should().Throw<IOException>().WithMessage("*is a directory*");
        Open(folder["no/state.json"]).Should().Throw<IOException>().WithMessage("*does not exist. Create it*");
        Open(readOnly).Should().Throw<IOException>().WithMessage("*is read-only. Make it writable, or load it with --seed*");
        File.SetAttributes(readOnly, FileAttributes.Normal);
        Directory.GetFiles(folder.Path).Should().Equal(readOnly);

        static Action Open(string path) => () => StateFile.Open(path).Dispose();
    }

    [Fact]
    public void A_save_that_fails_leaves_the_former_file_and_the_next_one_succeeds()
    {
        using var folder = new TemporaryFolder();
        using var tenant = new Tenant();
        using var error = new StringWriter();
        using var state = StateFile.Open(folder["state.json"]);
        var saver = new StateSaver(state, tenant.Emulator, error);
        saver.SaveFirst();
        var before = File.ReadAllText(folder["state.json"]);
        _ = tenant.Companies.Insert(("Name", "Acme"));

        // A directory where the new file would be written stands for a full disk.
        _ = Directory.CreateDirectory(folder["state.json.tmp"]);
        var failed = saver.SaveLast();
        var after = File.ReadAllText(folder["state.json"]);
        Directory.Delete(folder["state.json.tmp"]);
        var saved = saver.SaveLast();

        (failed, saved).Should().Be((false, true));
        after.Should().Be(before);
        error.ToString().Should().Contain("cannot be saved").And.Contain("The last changes are lost.").And.Contain("was saved again");
        File.ReadAllText(folder["state.json"]).Should().Contain("Acme");
        File.Exists(folder["state.json.tmp"]).Should().BeFalse();
    }

    [Fact]
    public async Task A_change_is_saved_within_a_second_and_an_unchanged_tenant_is_not_written()
    {
        using var folder = new TemporaryFolder();
        using var tenant = new Tenant();
        using var state = StateFile.Open(folder["state.json"]);
        using var clock = new VirtualClock(DateTimeOffset.UnixEpoch);
        var saver = new StateSaver(state, tenant.Emulator, TextWriter.Null, clock);
        saver.SaveFirst();
        var end = new TaskCompletionSource();
        var running = saver.RunAsync(end.Task);

        File.Delete(folder["state.json"]);
        await TickAsync();
        var unchanged = File.Exists(folder["state.json"]);
        _ = tenant.Companies.Insert(("Name", "Acme"));
        for (var second = 0; second < 100 && !File.Exists(folder["state.json"]); second++)
        {
            await TickAsync();
        }

        end.SetResult();
        await running;
        unchanged.Should().BeFalse("nothing changed");
        (await File.ReadAllTextAsync(folder["state.json"])).Should().Contain("Acme");

        async Task TickAsync()
        {
            await SettleAsync();
            clock.Advance(TimeSpan.FromSeconds(1));
            await SettleAsync();
        }

        async Task SettleAsync()
        {
            while (clock.NextTimer is null)
            {
                await Task.Yield();
            }
        }
    }

    [Fact]
    public void A_new_file_is_for_its_owner_only_and_another_one_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        using var tenant = new Tenant();
        using var state = StateFile.Open(folder["state.json"]);
        state.Save(tenant.Emulator);
        var mode = File.GetUnixFileMode(folder["state.json"]);
        File.SetUnixFileMode(folder["state.json"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        state.Save(tenant.Emulator);

        mode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(folder["state.json"]).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
    }
}
