using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>The command, running in this process on a free port, and a client that calls it.</summary>
internal sealed class RunningTool : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Writer _output = new();
    private readonly Writer _error = new();
    private readonly Task<int> _running;

    private RunningTool(EmulatorEnvironment? environment, string[] args) =>
        _running = EmulatorCommand.Create(environment ?? Environment()).Parse(["--port", "0", .. args])
            .InvokeAsync(new InvocationConfiguration { Output = _output, Error = _error }, _stop.Token);

    public HttpClient Http { get; } = new();

    public string Output => _output.Text;

    public string Error => _error.Text;

    /// <summary>Starts the tool and waits for its address.</summary>
    /// <exception cref="InvalidOperationException">The tool ended instead. The message is what it said.</exception>
    public static Task<RunningTool> StartAsync(params string[] args) => StartAsync(environment: null, args);

    public static async Task<RunningTool> StartAsync(EmulatorEnvironment? environment, params string[] args)
    {
        var tool = new RunningTool(environment, args);
        if (await Task.WhenAny(tool._output.Flushed, tool._running) == tool._running)
        {
            throw new InvalidOperationException(tool.Error);
        }

        tool.Http.BaseAddress = new Uri(Regex.Match(tool.Output, "http://[^ \n]+").Value);
        tool.Http.DefaultRequestHeaders.Add("Accesskey", "emulator-access-key");
        return tool;
    }

    /// <summary>Runs the tool to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(EmulatorEnvironment? environment, params string[] args)
    {
        using var output = new Writer();
        using var error = new Writer();
        using var stop = new CancellationTokenSource();
        var running = EmulatorCommand.Create(environment ?? Environment()).Parse(args)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, stop.Token);
        if (await Task.WhenAny(output.Flushed, running) != running)
        {
            // It serves a tenant. A test that expects its end must not wait forever.
            await stop.CancelAsync();
        }

        return (await running, output.Text, error.Text);
    }

    /// <summary>An environment with these variables of the tool and no others.</summary>
    public static EmulatorEnvironment Environment(params (string Name, string Value)[] variables) =>
        new(variables.ToDictionary(variable => variable.Name, variable => variable.Value));

    public Task<Answer> InsertAsync(string name) =>
        Tenant.SendAsync(Http, HttpMethod.Post, "/v1/data/objects/Company", $$"""{"records":[{"Name":"{{name}}"}]}""");

    public async Task<IReadOnlyList<string?>> NamesAsync() =>
        [.. (await Tenant.SendAsync(Http, HttpMethod.Post, "/v1/data/objects/query/Company", """{"select":["Name"]}""")).Texts("Name")];

    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _running;
    }

    public async ValueTask DisposeAsync()
    {
        _ = await StopAsync();
        Http.Dispose();
        _stop.Dispose();
        await _output.DisposeAsync();
        await _error.DisposeAsync();
    }

    /// <summary>Collects text from several threads.</summary>
    private sealed class Writer : TextWriter
    {
        private readonly StringBuilder _text = new();
        private readonly TaskCompletionSource _flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override Encoding Encoding => Encoding.UTF8;

        public Task Flushed => _flushed.Task;

        public string Text
        {
            get
            {
                lock (_text)
                {
                    return _text.ToString();
                }
            }
        }

        public override void Write(char value)
        {
            lock (_text)
            {
                _ = _text.Append(value);
            }
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _ = _flushed.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
