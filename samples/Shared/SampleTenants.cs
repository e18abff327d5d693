namespace Samples;

/// <summary>The tenants of a sample: of the environment and the section Tenants, or emulators that hold the file tenant.json.</summary>
internal sealed class SampleTenants : IDisposable
{
    private readonly IConfigurationSection _tenants;
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2213", Justification = "Dispose disposes it in a list.")]
    private readonly ServiceProvider _clients;
    private readonly string? _given;
    public SampleTenants(IConfiguration configuration, params string[] emulated)
    {
        _tenants = configuration.GetSection("Tenants");
        (var address, var key) = (configuration["GAINSIGHT_BASE_ADDRESS"], configuration["GAINSIGHT_ACCESS_KEY"]);
        _given = address + key is "" ? null : "default";
        _ = _given is null ? default : ((_tenants["default:BaseAddress"], _tenants["default:AccessKey"]) = (address, key));
        foreach (var name in _tenants.GetChildren().Any() ? [] : emulated)
        {
            var emulator = Emulators[name] = new GainsightEmulator();
            emulator.Load(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "tenant.json")));
            (_tenants[$"{name}:BaseAddress"], _tenants[$"{name}:AccessKey"]) = ($"{emulator.BaseAddress}", emulator.AccessKey);
        }
        var services = new ServiceCollection();
        foreach (var tenant in _tenants.GetChildren())
        {
            var client = services.AddGainsightClient(tenant.Key, tenant);
            _ = Emulators.TryGetValue(tenant.Key, out var it) ? client.ConfigurePrimaryHttpMessageHandler(it.CreateHandler) : client;
        }
        _clients = services.BuildServiceProvider();
    }
    public Dictionary<string, GainsightEmulator> Emulators { get; } = [];
    /// <summary>The client of a tenant, or else of the environment's, or of the first. Changes in an emulator settle at once.</summary>
    public GainsightClient Client(string? tenant = null)
    {
        Emulators.Values.ToList().ForEach(emulator => emulator.ClockOffset += ChangesClient.SettleTime * 2);
        return _clients.GetRequiredKeyedService<GainsightClient>(tenant ?? _given ?? _tenants.GetChildren().First().Key);
    }
    /// <summary>Asks before a tenant is written to. <c>--yes</c> answers; without a terminal the answer is no.</summary>
    public bool MayWrite(string[] args) => Emulators.Count > 0 || args.Contains("--yes") || Ask();
    private bool Ask()
    {
        Console.Error.Write($"This writes to {string.Join(", ", _tenants.GetChildren().Select(it => it["BaseAddress"] ?? it.Key))}. ");
        Console.Error.Write(Console.IsInputRedirected ? "There is no terminal to ask on: add --yes.\n" : "Go ahead? (y/N) ");
        return !Console.IsInputRedirected && Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
    public void Dispose() => new List<IDisposable>([_clients, .. Emulators.Values]).ForEach(each => each.Dispose());
    /// <summary>Runs a sample. Ctrl-C and SIGTERM stop it; problems are messages and an exit code.</summary>
    public static async Task<int> RunAsync(Func<IConfiguration, CancellationToken, Task<bool>> run)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal) => (signal.Cancel, _) = (!stop.IsCancellationRequested, stop.CancelAsync());
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            var files = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json");
            return await run(files.AddEnvironmentVariables().Build(), stop.Token) ? 0 : 1;
        }
        catch (Exception failure) when (failure is not (NullReferenceException or InvalidCastException or IndexOutOfRangeException))
        {
            var text = System.Text.RegularExpressions.Regex.Replace(failure.Message, @" \(Parameter '\w+'\)", "");
            text = failure is OperationCanceledException ? "Stopped. Where the sample has --resume, it goes on from here." : text;
            await Console.Error.WriteLineAsync(failure is JsonException ? $"The input is not JSON: {text}" : text);
            return 1;
        }
    }
}
