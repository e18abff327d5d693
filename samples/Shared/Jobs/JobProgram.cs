using System.Globalization;

namespace Samples.Jobs;

/// <summary>The command line of a sample: commands, or without any the demonstration in demo.txt, which is a list of commands.</summary>
internal sealed class JobProgram(WebApplication app, GainsightEmulator? emulator, JobProgram.DemoClock clock)
{
    private const string Usage = "Commands: serve | run [JOB...] | status | connect ADDRESS [KEY] | objects | fields OBJECT | set SETTING VALUE. --Setting=value sets a setting.";

    private readonly JobRunner _runner = app.Services.GetRequiredService<JobRunner>();
    private readonly GainsightClient _gainsight = app.Services.GetRequiredService<GainsightClient>();

    /// <param name="args">Commands and settings.</param>
    /// <param name="name">The name of the sample. NAME.Data holds appsettings.json, tenant.json and demo.txt.</param>
    /// <param name="body">The code of the jobs.</param>
    public static async Task<int> RunAsync(string[] args, string name, Func<IServiceProvider, JobBody> body)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, $"{name}.Data");
        var words = Array.FindAll(args, word => !word.StartsWith("--", StringComparison.Ordinal));
        var isTenant = Environment.GetEnvironmentVariable("GAINSIGHT_BASE_ADDRESS") is { Length: > 0 };
        var clock = new DemoClock();
        using var emulator = isTenant ? null : new GainsightEmulator(new GainsightEmulatorOptions { TimeProvider = clock });
        emulator?.Load(await File.ReadAllTextAsync(Path.Combine(folder, "tenant.json")));
        await using var app = JobHost.Build(folder, [.. args.Except(words).Where(word => word.Contains('='))], body, emulator, isTenant ? TimeProvider.System : clock);
        if (isTenant && words is ["run" or "serve", ..] && app.Configuration["WriteBack:Author"] is { Length: > 0 } && !args.Contains("--yes"))
        {
            Console.WriteLine($"This may write activities to {app.Configuration["Gainsight:BaseAddress"]}. {(Console.IsInputRedirected ? "Add --yes to go ahead." : "Go ahead? (y/n)")}");
            if (Console.IsInputRedirected || Console.ReadLine() != "y")
            {
                return 2;
            }
        }

        var program = new JobProgram(app, emulator, clock);
        if (words.Length > 0)
        {
            return await program.TryAsync(words) ? 0 : 1;
        }

        // On a tenant, the demonstration only reads.
        app.Configuration["WriteBack:Author"] = isTenant ? "" : app.Configuration["WriteBack:Author"];
        return await program.DemonstrateAsync(isTenant ? ["objects", "run", "status"] : await File.ReadAllLinesAsync(Path.Combine(folder, "demo.txt"))) ? 0 : 1;
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

    /// <summary>Checks an address and a key before they are used. A running service takes the new key without a restart.</summary>
    private async Task<bool> ConnectAsync(string address, string key)
    {
        try
        {
            address = address == "emulator" ? emulator!.BaseAddress.ToString() : address;
            var options = new GainsightClientOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute), Credential = new AccessKeyCredential(key) };
            using var handler = options.PrimaryHandler = emulator?.CreateHandler();
            using var gainsight = new GainsightClient(options);
            Say($"Connected: {(await gainsight.CheckConnectionAsync()).ObjectCount} objects.");
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
            Say($"{job.Job,-12}{job.State,-13}{job.Started,-20:yyyy-MM-dd HH:mm:ss}{job.Rows,5}{job.Calls,7}  {job.Notes?.FirstOrDefault()}{(job.Notes?.Count > 1 ? $" (and {job.Notes.Count - 1} more)" : "")}");
        }

        return all.TrueForAll(job => job.State is "completed" or "never ran");
    }

    private void Say(FormattableString text) => Say(text.ToString(CultureInfo.InvariantCulture));

    private void Say(string text) => app.Logger.LogInformation("{Text}", text);

    /// <summary>Changes the row with a value, or inserts one without: <c>Name=Acme Arr=150000</c>.</summary>
    private void Change(EmulatedObject rows, string[][] fields)
    {
        (string, object?)[] values = [.. fields.Select(field => (field[0], field[1] == "now" ? clock.GetUtcNow()
            : decimal.TryParse(field[1], CultureInfo.InvariantCulture, out var number) ? (object?)number : field[1].Replace('_', ' ')))];
        if (rows.Rows.FirstOrDefault(row => Equals(row[values[0].Item1], values[0].Item2)) is { } found)
        {
            rows.Update(found.Gsid, values[1..]);
        }
        else
        {
            rows.Insert(values);
        }
    }

    /// <summary>A clock that a demonstration sets forward, because a feed ends half a minute before the present. Delays take a tenth of their time.</summary>
    internal sealed class DemoClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 10 : dueTime, period);
    }
}
