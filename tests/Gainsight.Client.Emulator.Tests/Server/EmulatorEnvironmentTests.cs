using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class EmulatorEnvironmentTests
{
    [Fact]
    public void Each_option_has_a_variable_with_the_same_name()
    {
        var names = new EmulatorArguments().All.Select(option => EmulatorEnvironment.NameOf(option.Name));

        names.Should().Equal(
            "GAINSIGHT_EMULATOR_PORT", "GAINSIGHT_EMULATOR_HOST", "GAINSIGHT_EMULATOR_CONTROL_TOKEN", "GAINSIGHT_EMULATOR_SEED", "GAINSIGHT_EMULATOR_DATA",
            "GAINSIGHT_EMULATOR_ACCESS_KEY", "GAINSIGHT_EMULATOR_CLIENT", "GAINSIGHT_EMULATOR_PUBLISHER", "GAINSIGHT_EMULATOR_TENANT_ID",
            "GAINSIGHT_EMULATOR_SWITCH", "GAINSIGHT_EMULATOR_LIMIT", "GAINSIGHT_EMULATOR_FAULT", "GAINSIGHT_EMULATOR_CLOCK",
            "GAINSIGHT_EMULATOR_RANDOM_SEED", "GAINSIGHT_EMULATOR_LOG");
    }

    [Fact]
    public void Every_variable_sets_its_option()
    {
        var settings = Read(
            [
                ("PORT", "6001"), ("HOST", "0.0.0.0"), ("CONTROL_TOKEN", "t"), ("SEED", "a.json"), ("DATA", "b.json"), ("ACCESS_KEY", "k"), ("CLIENT", "id=a=b"),
                ("PUBLISHER", "Usage,Secret=s"), ("TENANT_ID", "t-1"), ("SWITCH", "PageCap=250;Dates=Iso"), ("LIMIT", "CallsPerMinute=5\nCallsPerDay=6\n"),
                ("FAULT", @"Respond,Body=a\;b"), ("CLOCK", "-00:05:00"), ("RANDOM_SEED", "-7"), ("LOG", "errors"),
            ]);

        settings.Server.Should().Be(new ServerOptions { Port = 6001, Host = IPAddress.Any, ControlToken = "t" });
        (settings.Seed, settings.Data, settings.AccessKey, settings.TenantId).Should().Be(("a.json", "b.json", "k", "t-1"));
        (settings.Clock, settings.RandomSeed, settings.Log).Should().Be(("-00:05:00", -7, RequestLogLevel.Errors));
        settings.Clients.Should().Equal("id=a=b");
        settings.Publishers.Should().Equal("Usage,Secret=s");
        settings.Switches.Should().Equal("PageCap=250", "Dates=Iso");
        settings.Limits.Should().Equal("CallsPerMinute=5", "CallsPerDay=6");
        settings.Faults.Should().Equal("Respond,Body=a;b");
    }

    [Fact]
    public void An_option_comes_before_its_variable()
    {
        var settings = Read([("PORT", "6001"), ("SWITCH", "PageCap=250"), ("LIMIT", "CallsPerMinute=5")], "--port", "6002", "--switch", "Dates=Iso");

        settings.Server.Port.Should().Be(6002);
        settings.Switches.Should().Equal("Dates=Iso");
        settings.Limits.Should().Equal("CallsPerMinute=5");
    }

    [Fact]
    public void A_variable_without_a_value_counts_as_absent() => Read([("PORT", ""), ("FAULT", "")]).Server.Port.Should().Be(5099);

    [Theory]
    [InlineData("PORT", "many", "GAINSIGHT_EMULATOR_PORT: The port must be a number from 0 to 65535.")]
    [InlineData("HOST", "example.com", "GAINSIGHT_EMULATOR_HOST: The host must be an IP address*")]
    [InlineData("CONTROL_TOKEN", " ", "GAINSIGHT_EMULATOR_CONTROL_TOKEN: *must not be empty*")]
    [InlineData("LOG", "loud", "GAINSIGHT_EMULATOR_LOG: The log must be one of All, Errors, Off, not 'loud'.")]
    [InlineData("RANDOM_SEED", "x", "GAINSIGHT_EMULATOR_RANDOM_SEED: *")]
    public void A_variable_that_does_not_fit_is_named(string name, string value, string message) =>
        FluentActions.Invoking(() => Read([(name, value)])).Should().Throw<ArgumentException>().WithMessage(message);

    [Fact]
    public async Task A_limit_of_a_variable_that_does_not_fit_is_named()
    {
        (var exitCode, _, var error) = await RunningTool.RunAsync(RunningTool.Environment(("GAINSIGHT_EMULATOR_LIMIT", "CallsPerDay=5;CallsPerMinute=-5")), "--port", "0");

        exitCode.Should().Be(1);
        error.Should().Contain("CallsPerMinute must not be negative, not '-5'").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_variable_that_may_be_misspelled_is_told()
    {
        await using var tool = await RunningTool.StartAsync(RunningTool.Environment(("GAINSIGHT_EMULATOR_SWITCHES", "PageCap=5"), ("GAINSIGHT_KEY", "k")));

        tool.Error.Should().Match("WARNING: GAINSIGHT_EMULATOR_SWITCHES is no setting of the emulator and has no effect.*").And.NotContain("GAINSIGHT_KEY");
    }

    [Fact]
    public void The_variables_of_a_Kubernetes_service_are_not_taken_for_settings()
    {
        var settings = Read([("PORT", "tcp://10.0.0.1:5099"), ("PORT_5099_TCP_ADDR", "10.0.0.1"), ("SERVICE_HOST", "10.0.0.1")]);

        settings.Server.Port.Should().Be(5099);
        settings.UnknownVariables.Should().BeEmpty();
    }

    private static EmulatorSettings Read((string Name, string Value)[] variables, params string[] args)
    {
        var arguments = new EmulatorArguments();
        var environment = RunningTool.Environment([.. variables.Select(variable => ("GAINSIGHT_EMULATOR_" + variable.Name, variable.Value)), ("PATH", "/bin")]);
        return new EmulatorSettings(arguments.ToCommand("gainsight-emulator", "").Parse(args), arguments, environment);
    }
}
