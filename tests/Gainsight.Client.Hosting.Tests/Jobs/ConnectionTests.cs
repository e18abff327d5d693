using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gainsight.Client.Hosting.Tests.Jobs;

/// <summary>The connection that the command connect saves.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly JobsHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Hosts_that_have_ended_watch_no_file_any_more()
    {
        using var host = new JobsHost();
        for (var i = 0; i < 140; i++)
        {
            await using var app = host.Build();
        }
    }

    [Fact]
    public async Task A_connection_is_checked_and_saved_and_later_commands_use_it()
    {
        _host.Settings.Remove("Gainsight:AccessKey");

        (var code, var output) = await _host.CommandAsync($"connect --Gainsight:AccessKey={_host.Emulator.AccessKey}");

        code.Should().Be(0, output);
        output.Should().MatchRegex(@"Connected to \S+: \d+ objects. The address and the key are saved.").And.NotContain(_host.Emulator.AccessKey);
        (await _host.CommandAsync("objects")).Code.Should().Be(0);
        Directory.GetFiles(_host.Folder).Should().Equal(_host.ConnectionFile);
    }

    [Fact]
    public async Task A_tenant_by_name_is_saved_by_name()
    {
        _host.Settings["Gainsight:Tenant"] = "acme";

        (var code, var output) = await _host.CommandAsync("connect");

        code.Should().Be(0, output);
        (await File.ReadAllTextAsync(_host.ConnectionFile)).Should().Contain("\"Tenant\":\"acme\"").And.NotContain("BaseAddress");
        (await _host.CommandAsync("objects")).Code.Should().Be(0);
    }

    [Fact]
    public async Task Only_the_owner_can_read_a_saved_connection_whatever_was_there_before()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var old in (string[])[_host.ConnectionFile, _host.ConnectionFile + ".new"])
        {
            await File.WriteAllTextAsync(old, "{}");
            File.SetUnixFileMode(old, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }

        (await _host.CommandAsync("connect")).Code.Should().Be(0);

        File.GetUnixFileMode(_host.ConnectionFile).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_refused_key_is_told_and_not_saved()
    {
        (var code, var output) = await _host.CommandAsync("connect --Gainsight:AccessKey=wrong");

        code.Should().Be(1);
        output.Should().Contain("Refused key. ");
        File.Exists(_host.ConnectionFile).Should().BeFalse();
    }

    [Fact]
    public async Task A_key_that_is_in_no_setting_is_not_saved()
    {
        _host.Settings["ConnectionStrings:gainsight"] = $"Endpoint={_host.Emulator.BaseAddress};AccessKey={_host.Emulator.AccessKey}";

        (var code, var output) = await _host.CommandAsync("connect");

        code.Should().Be(0);
        output.Should().Contain("Nothing is saved");
        File.Exists(_host.ConnectionFile).Should().BeFalse();
    }

    [Fact]
    public async Task A_key_that_is_saved_while_a_host_runs_is_used_without_a_restart()
    {
        await _host.CommandAsync("connect");
        await using var app = _host.Build("serve");
        var gainsight = app.Services.GetRequiredService<GainsightClient>();
        await gainsight.CheckConnectionAsync();
        var renewed = _host.Emulator.RotateAccessKey();
        await FluentActions.Awaiting(() => gainsight.CheckConnectionAsync()).Should().ThrowAsync<GainsightAuthenticationException>();

        (await _host.CommandAsync($"connect --Gainsight:AccessKey={renewed}")).Code.Should().Be(0);
        ((IConfigurationRoot)app.Configuration).Reload();

        await gainsight.CheckConnectionAsync();
        app.Configuration.AsEnumerable().Count(setting => setting.Value == renewed).Should().Be(1);
    }

    [Fact]
    public async Task A_saved_connection_that_is_damaged_is_told_with_its_file_and_can_be_saved_again()
    {
        await File.WriteAllTextAsync(_host.ConnectionFile, """{ "Gainsight": { "BaseAdd""");

        (var code, var output) = await _host.CommandAsync("run --yes");
        code.Should().Be(1);
        output.Should().Contain($"{_host.ConnectionFile} is damaged.");
        _host.Probe.Words.Should().BeEmpty();

        (await _host.CommandAsync("connect")).Code.Should().Be(0);
        (await _host.CommandAsync("run --yes")).Code.Should().Be(0);
    }

    [Fact]
    public async Task A_key_of_the_environment_comes_before_the_saved_one_and_connect_says_so()
    {
        _host.Settings.Remove("Gainsight:AccessKey");
        await _host.CommandAsync($"connect --Gainsight:AccessKey={_host.Emulator.AccessKey}");
        var old = _host.Emulator.AccessKey;
        var renewed = _host.Emulator.RotateAccessKey();
        _host.Environment["Gainsight__AccessKey"] = renewed;

        (await _host.CommandAsync("objects")).Code.Should().Be(0, "the environment has the renewed key");
        (await _host.CommandAsync($"objects --Gainsight:AccessKey={old}")).Code.Should().Be(1, "the command line comes first");
        _host.Environment["Gainsight__AccessKey"] = old;
        (var code, var output) = await _host.CommandAsync($"connect --Gainsight:AccessKey={renewed}");
        code.Should().Be(0, output);
        output.Should().Contain("are saved. The environment has another key, which comes before the saved one: remove it there.");
        (await _host.CommandAsync("objects")).Output.Should().Contain("Refused key. ");
        _host.Environment.Clear();
        (await _host.CommandAsync("objects")).Code.Should().Be(0, "the renewed key is saved");
    }

    [Theory]
    [InlineData("Gainsight__BaseAddress", "https://globex.gainsightcloud.com")]
    [InlineData("Gainsight__Tenant", "globex")]
    public async Task A_saved_key_is_not_sent_to_another_tenant_that_the_environment_names(string variable, string value)
    {
        await _host.CommandAsync("connect");
        _host.Settings.Clear();
        _host.Settings["Gainsight:Tenant"] = "";
        _host.Environment[variable] = value;

        (var code, var output) = await _host.CommandAsync("objects");

        code.Should().Be(1);
        output.Should().Contain("AccessKey");
        _host.Emulator.Requests.Count.Should().Be(1, "only the check before the key was saved");
    }

    [Fact]
    public async Task A_saved_connection_that_cannot_be_read_is_not_called_damaged()
    {
        Directory.CreateDirectory(_host.ConnectionFile);

        (var code, var output) = await _host.CommandAsync("connect");

        code.Should().Be(1);
        output.Should().Contain($"StateFolder: the connection cannot be saved in {_host.ConnectionFile}. ").And.NotContain("   at ");
    }
}
