using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Samples.Jobs;

/// <summary>The command line of a sample. Without a command it shows what it does on an emulator. A tenant is then only read.</summary>
internal sealed class JobProgram<T>(string[] arguments, GainsightEmulator? emulator)
    where T : class, IJobs
{
    private readonly string[] _words = [.. arguments.Where(word => !word.StartsWith("--", StringComparison.Ordinal))];
    private readonly string[] _settings =
        [.. arguments.Where(word => word.StartsWith("--", StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal))];

    public static async Task<int> RunAsync(
        string[] args, Func<GainsightEmulator, Func<string, Task<bool>>, Task<bool>> demonstrate)
    {
        var command = new JobProgram<T>(args, null);
        var given = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(command._settings).Build();
        if ($"{given["GAINSIGHT_BASE_ADDRESS"]}{given["GAINSIGHT_ACCESS_KEY"]}".Length > 0)
        {
            return await (command._words is [] ? new([.. args, "run", "--WriteBack:Author="], null) : command).RunAsync() ? 0 : 1;
        }

        // An emulator lives as long as the process, and so does what its jobs remember.
        var folder = Directory.CreateTempSubdirectory("jobs");
        using var emulator = new GainsightEmulator();
        emulator.Load(await File.ReadAllTextAsync(Path.Combine(JobHost.DataOf<T>(), "tenant.json")));
        Task<bool> Run(string[] words) => new JobProgram<T>([$"--StateFolder={folder.FullName}", .. args, .. words], emulator).RunAsync();
        var succeeded = await (command._words is [] ? demonstrate(emulator, line => Run(line.Split(' '))) : Run([]));
        folder.Delete(recursive: true);
        return succeeded ? 0 : 1;
    }

    private async Task<bool> RunAsync()
    {
        if (emulator is not null)
        {
            Console.WriteLine($"\n> {string.Join(' ', arguments.Where(word => !word.StartsWith("--StateFolder", StringComparison.Ordinal))
                .Select(word => word.Contains("Key=", StringComparison.Ordinal) ? "--Gainsight:AccessKey=..." : word))}");
            emulator.ClockOffset += ChangesClient.SettleTime * 2; // A feed ends half a minute before the present.
        }

        try
        {
            if (arguments.Except(_words).Except(_settings).FirstOrDefault(word => word != "--yes") is { } wrong)
            {
                throw new ArgumentException($"{wrong} has no value. Write {wrong}=value.");
            }

            await using var app = JobHost.Build<T>(_settings, emulator);
            return await RunAsync(app, app.Services.GetRequiredService<JobRunner>());
        }
        catch (Exception failure) when (failure is GainsightException or ArgumentException or IOException or InvalidDataException
            or OptionsValidationException or UnauthorizedAccessException or OperationCanceledException)
        {
            Console.WriteLine($"{(failure is GainsightAuthenticationException ? "Refused key. " : "")}{failure.Message}");
            return false;
        }
    }

    private async Task<bool> RunAsync(WebApplication app, JobRunner runner)
    {
        var metadata = app.Services.GetRequiredService<GainsightClient>().Metadata;
        switch (_words)
        {
            case ["serve" or "run", ..] when !MayWrite(app.Configuration):
                return false;
            case ["serve"]:
                await app.RunAsync();
                return true;
            case ["run", .. var jobs]:
                using (var stop = new CancellationTokenSource())
                {
                    Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (!stop.IsCancellationRequested, stop.CancelAsync());
                    return Show(await runner.RunAsync(jobs is [] ? runner.Jobs : jobs, stop.Token));
                }

            case ["status"]:
                return Show(runner.Jobs.Select(runner.GetStatus));
            case ["connect"]:
                await ConnectAsync(app);
                return true;
            case ["objects"]:
                Console.WriteLine(string.Join(", ", await metadata.ListObjectsAsync()));
                return true;
            case ["fields", var name]:
                var fields = (await metadata.DescribeAsync(name)).Fields;
                Console.WriteLine(string.Join(", ", fields.Select(field => $"{field} ({field.DataType})")));
                return true;
            default:
                Console.WriteLine("Commands: serve, run [JOB...], status, connect, objects, fields OBJECT. --Name=value sets a setting.");
                return false;
        }
    }

    /// <summary>Checks the address and the key, and saves them. A service that runs takes a saved key without a restart.</summary>
    private static async Task ConnectAsync(WebApplication app)
    {
        var report = await app.Services.GetRequiredService<GainsightClient>().CheckConnectionAsync();
        var connection = new { BaseAddress = report.BaseAddress.ToString(), AccessKey = app.Configuration["Gainsight:AccessKey"] };

        // Only the owner may read the key, and a service that reloads the file never sees half of it.
        var file = JobHost.ConnectionFile(app.Configuration);
        await File.WriteAllTextAsync(file + ".new", "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await File.WriteAllTextAsync(file + ".new", JsonSerializer.Serialize(new { Gainsight = connection }));
        File.Move(file + ".new", file, overwrite: true);
        Console.WriteLine($"Connected to {report.BaseAddress}: {report.ObjectCount} objects. The address and the key are saved.");
    }

    /// <summary>Asks before a command may write to a tenant. <c>--yes</c> answers; without a terminal the answer is no.</summary>
    private bool MayWrite(IConfiguration configuration)
    {
        if (emulator is not null || configuration["WriteBack:Author"] is not { Length: > 0 } || arguments.Contains("--yes"))
        {
            return true;
        }

        Console.WriteLine($"This may write to the timeline of {configuration["Gainsight:BaseAddress"]}. "
            + (Console.IsInputRedirected ? "There is no terminal to ask on: add --yes." : "Go ahead? (y/N)"));
        return !Console.IsInputRedirected && Console.ReadLine() is "y" or "yes";
    }

    private static bool Show(IEnumerable<RunStatus> jobs)
    {
        Console.WriteLine("job         status       started (UTC)        rows  calls  notes");
        return jobs.Aggregate(true, (areGood, job) =>
        {
            Console.WriteLine($"{job.Job,-12}{job.State,-13}{job.Started,-20:yyyy-MM-dd HH:mm:ss}{job.Rows,5}{job.Calls,7}  "
                + string.Join("; ", job.Notes));
            return areGood && job.State is RunState.Completed or RunState.NeverRan;
        });
    }
}
