using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Samples.Jobs;

/// <summary>The command line of a sample: commands, or without any the demonstration in demo.txt, which is a list of commands.</summary>
internal sealed class JobProgram(WebApplication app, GainsightEmulator? emulator, JobProgram.DemoClock clock)
{
    private const string Usage = "Commands: serve | run [JOB...] | status | connect ADDRESS [KEY] | objects | fields OBJECT | set SETTING VALUE. --Setting=value sets a setting.";

    private readonly JobRunner _runner = app.Services.GetRequiredService<JobRunner>();
    private readonly ILogger _log = app.Services.GetRequiredService<ILogger<JobProgram>>();
    private readonly GainsightClient _gainsight = app.Services.GetRequiredService<GainsightClient>();

    /// <param name="args">Commands and settings.</param>
    /// <param name="name">The name of the sample. NAME.Data holds appsettings.json, tenant.json and demo.txt.</param>
    /// <param name="body">The code of the jobs.</param>
    public static async Task<int> RunAsync(string[] args, string name, Func<IServiceProvider, JobBody> body)
    {
        string[] words = [.. args.Where(word => !word.StartsWith("--", StringComparison.Ordinal))], settings = [.. args.Except(words).Where(word => word.Contains('='))];
        var data = Path.Combine(AppContext.BaseDirectory, $"{name}.Data");
        var given = new ConfigurationBuilder().AddJsonFile(Path.Combine(data, "appsettings.json")).AddEnvironmentVariables().AddCommandLine(settings).Build();
        if ($"{given["GAINSIGHT_BASE_ADDRESS"]}{given["GAINSIGHT_ACCESS_KEY"]}".Length > 0)
        {
            return MayWrite(given, words, args) ? await RunAsync(data, words, words.Length == 0 ? [.. settings, "--WriteBack:Author="] : settings, body, null) : 2;
        }

        // An emulator lives as long as the process, and so does what its jobs remember.
        var folder = Directory.CreateTempSubdirectory(name);
        var clock = new DemoClock();
        using var emulator = new GainsightEmulator(new GainsightEmulatorOptions { TimeProvider = clock });
        emulator.Load(await File.ReadAllTextAsync(Path.Combine(data, "tenant.json")));
        var code = await RunAsync(data, words, [$"--StateFolder={folder.FullName}", .. settings], body, emulator, clock);
        folder.Delete(recursive: true);
        return code;
    }

    private static async Task<int> RunAsync(
        string data, string[] words, string[] settings, Func<IServiceProvider, JobBody> body, GainsightEmulator? emulator, DemoClock? clock = null)
    {
        await using var app = JobHost.Build(data, settings, body, emulator, (TimeProvider?)clock ?? TimeProvider.System);
        try
        {
            // Without a command, a tenant is only read.
            var demonstration = emulator is null ? ["objects", "run", "status"] : await File.ReadAllLinesAsync(Path.Combine(data, "demo.txt"));
            var program = new JobProgram(app, emulator, clock ?? new());
            return await (words.Length > 0 ? program.TryAsync(words) : program.DemonstrateAsync(demonstration)) ? 0 : 1;
        }
        catch (Exception failure) when (failure is GainsightException or ArgumentException or InvalidDataException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    /// <summary>Asks before a command may write to a tenant. <c>--yes</c> answers; without a terminal the answer is no.</summary>
    private static bool MayWrite(IConfiguration settings, string[] words, string[] args)
    {
        if (words is not ["run" or "serve", ..] || settings["WriteBack:Author"] is not { Length: > 0 } || args.Contains("--yes"))
        {
            return true;
        }

        Console.Error.WriteLine($"This may write to the timeline of {settings["GAINSIGHT_BASE_ADDRESS"]}. {(Console.IsInputRedirected ? "Add --yes to go ahead." : "Go ahead? (y/N)")}");
        return !Console.IsInputRedirected && Console.ReadLine() is "y" or "yes";
    }

    private async Task<bool> DemonstrateAsync(string[] lines)
    {
        foreach (var line in lines)
        {
            Say(line);
            clock.Ahead += TimeSpan.FromMinutes(1);
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var isToFail = words is ["fails", ..];
            if (words is not ([] or ["#", ..]) && await TryAsync(isToFail ? words[1..] : words) == isToFail)
            {
                Say(isToFail ? "This should have failed." : "This should have worked.");
                return false;
            }
        }

        return true;
    }

    private async Task<bool> TryAsync(string[] words)
    {
        switch (words)
        {
            case ["serve"]:
                await app.RunAsync();
                return true;
            case ["run", .. var jobs]:
                return Show(await _runner.RunAsync(jobs.Length == 0 ? _runner.Jobs : jobs));
            case ["status"]:
                return Show(_runner.Jobs.Select(_runner.Status));
            case ["connect", var address, .. var key]:
                return await ConnectAsync(address, key.Length == 0 ? Console.ReadLine() ?? "" : string.Join(' ', key));
            case ["objects"]:
                var objects = await _gainsight.Metadata.ListObjectsAsync();
                Say($"{objects.Count} objects: {string.Join(", ", objects.Select(each => each.Name))}");
                return true;
            case ["fields", var name]:
                var about = await _gainsight.Metadata.DescribeAsync(name);
                Say($"{name}: {string.Join(", ", about.Fields.Select(field => $"{field.Name} ({field.DataType.Name})"))}");
                return true;
            case ["set", var setting, .. var value]:
                app.Configuration[setting] = string.Join(' ', value);
                ((IConfigurationRoot)app.Configuration).Reload();
                return true;
            case ["http", var method, var path]:
                return await CallAsync(new HttpMethod(method), path);
            case ["busy", var job, .. var rest]:
                using (_runner.TryLock(job))
                {
                    return await TryAsync(rest);
                }

            case ["rotate", var key] when emulator is not null:
                emulator.RotateAccessKey(key);
                return true;
            case ["change", var rows, .. var fields] when emulator is not null:
                Change(emulator.Object(rows), [.. fields.Select(field => field.Split('='))]);
                return true;
            case ["load", .. var seed] when emulator is not null:
                emulator.Load(string.Join(' ', seed));
                return true;
            default:
                Say(Usage);
                return false;
        }
    }

    /// <summary>Checks an address and a key before they are saved. A service that runs takes a saved key without a restart.</summary>
    private async Task<bool> ConnectAsync(string address, string key)
    {
        try
        {
            address = address == "emulator" ? emulator!.BaseAddress.ToString() : address;
            var options = new GainsightClientOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute), Credential = new AccessKeyCredential(key) };
            using var handler = options.PrimaryHandler = emulator?.CreateHandler();
            using var gainsight = new GainsightClient(options);
            Say($"Connected: {(await gainsight.CheckConnectionAsync()).ObjectCount} objects.");
            var saved = JsonSerializer.Serialize(new { Gainsight = new { BaseAddress = address, AccessKey = key } });
            await File.WriteAllTextAsync(JobHost.ConnectionFile(app.Configuration), saved);
            return await TryAsync(["set", "Gainsight:AccessKey", key]);
        }
        catch (Exception problem) when (problem is ArgumentException or UriFormatException or GainsightException)
        {
            Say($"{(problem is GainsightAuthenticationException ? "Refused key. " : "")}{problem.Message}");
            return false;
        }
    }

    private async Task<bool> CallAsync(HttpMethod method, string path)
    {
        if (app.Urls.Count == 0 || app.Urls.First().EndsWith(":0", StringComparison.Ordinal))
        {
            await app.StartAsync();
        }

        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var response = await http.SendAsync(new HttpRequestMessage(method, path));
        Say($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return response.IsSuccessStatusCode;
    }

    private bool Show(IEnumerable<JobStatus> jobs)
    {
        Say("job         status       started (UTC)        rows  calls  notes");
        var all = jobs.ToList();
        foreach (var job in all)
        {
            var notes = job.Notes is not [var first, ..] ? "" : job.Notes.Count == 1 ? first : $"{first} (and {job.Notes.Count - 1} more)";
            Say($"{job.Job,-12}{job.State,-13}{job.Started,-20:yyyy-MM-dd HH:mm:ss}{job.Rows,5}{job.Calls,7}  {notes}");
        }

        return all.TrueForAll(job => job.State is "completed" or "never ran");
    }

    private void Say(string text) => _log.LogInformation("{Text}", text);

    /// <summary>Changes the row with a value, or inserts one without: <c>Name=Acme Arr=150000</c>.</summary>
    private void Change(EmulatedObject rows, string[][] fields)
    {
        (string, object?)[] values = [.. fields.Select(field => (field[0], ValueOf(rows.Field(field[0]), field[1])))];
        if (rows.Rows.FirstOrDefault(row => Equals(row[values[0].Item1], values[0].Item2)) is { } found)
        {
            rows.Update(found.Gsid, values[1..]);
        }
        else
        {
            rows.Insert(values);
        }
    }

    private object ValueOf(EmulatedField field, string text) => text == "now" ? clock.GetUtcNow()
        : field.DataType is EmulatedDataType.Number or EmulatedDataType.Currency ? decimal.Parse(text, CultureInfo.InvariantCulture)
        : text.Replace('_', ' ');

    /// <summary>A clock that a demonstration sets forward, because a feed ends half a minute before the present. Delays take a tenth of their time.</summary>
    internal sealed class DemoClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 10 : dueTime, period);
    }
}
