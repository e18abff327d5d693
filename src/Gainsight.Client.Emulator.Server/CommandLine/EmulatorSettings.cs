using System.CommandLine;

namespace Gainsight.Client.Emulator;

/// <summary>What the command line says, or the environment where the command line says nothing. Null stands for what neither says.</summary>
internal sealed class EmulatorSettings
{
    private readonly ParseResult _parsed;
    private readonly EmulatorEnvironment _environment;

    /// <exception cref="ArgumentException">The value of a variable does not fit. The message names the variable.</exception>
    public EmulatorSettings(ParseResult parsed, EmulatorArguments arguments, EmulatorEnvironment environment)
    {
        (_parsed, _environment) = (parsed, environment);
        UnknownVariables = [.. environment.Unknown(arguments.All.Select(option => option.Name))];
        Server = new ServerOptions { Port = Value(arguments.Port), Host = Value(arguments.Host)!, ControlToken = Value(arguments.ControlToken) };
        Seed = Value(arguments.Seed);
        Data = Value(arguments.Data);
        AccessKey = Value(arguments.AccessKey);
        TenantId = Value(arguments.TenantId);
        Clock = Value(arguments.Clock);
        RandomSeed = Value(arguments.RandomSeed);
        Log = Value(arguments.Log);
        Clients = Value(arguments.Clients) ?? [];
        Publishers = Value(arguments.Publishers) ?? [];
        Switches = Value(arguments.Switches) ?? [];
        Limits = Value(arguments.Limits) ?? [];
        Faults = Value(arguments.Faults) ?? [];
    }

    public ServerOptions Server { get; }

    /// <summary>The variables that look like settings and are none.</summary>
    public IReadOnlyList<string> UnknownVariables { get; }

    public string? Seed { get; }

    public string? Data { get; }

    public string? AccessKey { get; }

    public string? TenantId { get; }

    public string? Clock { get; }

    public int? RandomSeed { get; }

    public RequestLogLevel? Log { get; }

    public string[] Clients { get; }

    public string[] Publishers { get; }

    public string[] Switches { get; }

    public string[] Limits { get; }

    public string[] Faults { get; }

    private T? Value<T>(Option<T> option)
    {
        if (_parsed.GetResult(option) is { Implicit: false } || _environment.Find(option.Name) is not { } text)
        {
            return _parsed.GetValue(option);
        }

        // The variable is read as if its values were on the command line.
        var values = option.Arity.MaximumNumberOfValues > 1 ? EmulatorEnvironment.Split(text) : [text];
        var parsed = _parsed.CommandResult.Command.Parse([.. values.Select(value => $"{option.Name}={value}")]);
        return parsed.Errors is [var error, ..]
            ? throw new ArgumentException($"{EmulatorEnvironment.NameOf(option.Name)}: {error.Message}")
            : parsed.GetValue(option);
    }
}
