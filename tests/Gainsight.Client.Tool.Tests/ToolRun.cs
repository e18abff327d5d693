using System.Text;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Tool.Tests;

/// <summary>Runs the tool in this process, with its own environment and profiles.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gainsight-tool-");

    public ToolRun(GainsightEmulator? emulator = null)
    {
        if (emulator is not null)
        {
            Handler = emulator.CreateHandler();
            Variables["GAINSIGHT_BASE_ADDRESS"] = emulator.BaseAddress.ToString();
            Variables["GAINSIGHT_ACCESS_KEY"] = emulator.AccessKey;
        }
    }

    /// <summary>The environment variables.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>What the user types when a secret is asked for.</summary>
    public string? Secret { get; init; }

    /// <summary>What the user answers, or null without a terminal.</summary>
    public bool? Answer { get; init; }

    /// <summary>The questions that were asked.</summary>
    public List<string> Questions { get; } = [];

    /// <summary>The handler that sends the requests.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The file with the profiles.</summary>
    public string ProfileFile => Path.Combine(_folder.FullName, "config", "gainsight", "profiles.json");

    /// <summary>A folder for files of the test.</summary>
    public string Folder => _folder.FullName;

    public Task<ToolResult> RunAsync(params string[] args) => RunAsync(args, CancellationToken.None);

    public async Task<ToolResult> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var bytes = new MemoryStream();
        var exitCode = await ToolCommand.RunAsync(args, Host(output, error, bytes), cancellationToken);
        return new ToolResult(exitCode, output.ToString() + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    /// <summary>The surroundings of a command.</summary>
    public ToolHost Host(TextWriter? output = null, TextWriter? error = null, Stream? bytes = null) => new()
    {
        Output = output ?? TextWriter.Null,
        Error = error ?? TextWriter.Null,
        Variables = Variables,
        ProfileFile = ProfileFile,
        ReadSecret = _ => Secret,
        Handler = Handler,
        OpenOutput = () => bytes ?? Stream.Null,
        Confirm = Answer is not { } answer ? null : question =>
        {
            Questions.Add(question);
            return answer;
        },
        Time = Time,
    };

    public void Dispose()
    {
        Handler?.Dispose();
        _folder.Delete(recursive: true);
    }
}
