using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gainsight.Client.Simulation;

/// <summary>A Redis or PostgreSQL server in a temporary folder, on a free port. It can be killed and started again.</summary>
internal sealed class StoreServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gainsight-store-");
    private readonly string _port;
    private Process? _redis;

    private StoreServer(StoreKind kind, int port)
    {
        Kind = kind;
        _port = port.ToString(CultureInfo.InvariantCulture);
    }

    public StoreKind Kind { get; }

    public string Connection => Kind == StoreKind.PostgreSql ? $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres" : $"127.0.0.1:{_port}";

    private string Data => Path.Combine(_folder.FullName, "data");

    private static string PostgreSql => Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).Last();

    public static async Task<StoreServer> StartAsync(StoreKind kind)
    {
        StoreServer server = new(kind, FreePort());
        if (kind == StoreKind.PostgreSql)
        {
            if (Environment.IsPrivilegedProcess)
            {
                await RunAsync("chown", "postgres", server._folder.FullName).ConfigureAwait(false);
            }

            await AsPostgresAsync($"{PostgreSql}/initdb", "-D", server.Data, "-A", "trust", "-U", "postgres").ConfigureAwait(false);
        }

        await server.ResumeAsync().ConfigureAwait(false);
        return server;
    }

    /// <summary>Starts the server, also after <see cref="KillAsync"/>.</summary>
    public async Task ResumeAsync()
    {
        if (Kind == StoreKind.PostgreSql)
        {
            await AsPostgresAsync(
                $"{PostgreSql}/pg_ctl", "-D", Data, "-l", Path.Combine(_folder.FullName, "log"), "-w", "-t", "60", "-o",
                $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder.FullName}", "start").ConfigureAwait(false);
            return;
        }

        // With the log of each write on disk, Redis keeps its memory when it is killed.
        string[] durable = Kind == StoreKind.Redis ? ["--appendonly", "no"] : ["--appendonly", "yes", "--appendfsync", "always"];
        _redis = Process.Start(new ProcessStartInfo("redis-server", ["--bind", "127.0.0.1", "--port", _port, "--dir", _folder.FullName, "--save", "", .. durable]) { RedirectStandardOutput = true })!;
        _redis.OutputDataReceived += static (_, _) => { };
        _redis.BeginOutputReadLine();
        using CancellationTokenSource limit = new(Patience);
        while (true)
        {
            try
            {
                using TcpClient client = new();
                await client.ConnectAsync(IPAddress.Loopback, int.Parse(_port, CultureInfo.InvariantCulture), limit.Token).ConfigureAwait(false);
                return;
            }
            catch (SocketException) when (!_redis.HasExited)
            {
                await Task.Delay(50, limit.Token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends the server with SIGKILL.</summary>
    public async Task KillAsync()
    {
        using var process = _redis ?? Process.GetProcessById(
            int.Parse((await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")).ConfigureAwait(false))[0], CultureInfo.InvariantCulture));
        _redis = null;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (Kind == StoreKind.PostgreSql)
        {
            await AsPostgresAsync($"{PostgreSql}/pg_ctl", "-D", Data, "-m", "immediate", "stop").ConfigureAwait(false);
        }
        else if (_redis is not null)
        {
            await KillAsync().ConfigureAwait(false);
        }

        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // PostgreSQL refuses to run as root.
    private static Task AsPostgresAsync(string file, params string[] arguments) =>
        Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", file, .. arguments]) : RunAsync(file, arguments);

    private static async Task RunAsync(string file, params string[] arguments)
    {
        // The server inherits the output, so it is not read: it would not end.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/null 2>&1", "sh", file, .. arguments]) { WorkingDirectory = "/" })!;
        using CancellationTokenSource limit = new(Patience);
        await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(file)} ended with {process.ExitCode}. Check that the server is installed.");
        }
    }
}
