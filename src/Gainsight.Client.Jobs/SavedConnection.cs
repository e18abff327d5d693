using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace Gainsight.Client;

/// <summary>The address and the key that the command <c>connect</c> saved, as a source of the configuration.</summary>
internal sealed class SavedConnection
{
    private const string Section = "Gainsight";
    private const string Key = "AccessKey";

    private static readonly string[] Addresses = ["BaseAddress", "Tenant"];

    private readonly string _file;
    private readonly IConfigurationSection _environment;
    private readonly IConfigurationSection _given;

    private SavedConnection(string file, IConfiguration environment, IConfiguration given) =>
        (_file, _environment, _given) = (file, environment.GetSection(Section), given.GetSection(Section));

    /// <summary>Why the file cannot be read, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>The key of the environment, which comes before the saved one. Null if it has none.</summary>
    public string? EnvironmentKey => _environment[Key];

    /// <summary>Adds the file to the configuration, before the settings of the command line.</summary>
    /// <param name="configuration">The configuration. Its last source is the command line.</param>
    /// <param name="arguments">The settings of the command line.</param>
    public static SavedConnection Open(IConfigurationManager configuration, string[] arguments)
    {
        // Of several variables for a setting, the one of the later source counts, as in the configuration.
        var environment = new ConfigurationBuilder();
        foreach (var variables in configuration.Sources.OfType<EnvironmentVariablesConfigurationSource>())
        {
            environment.Add(variables);
        }

        var given = new ConfigurationBuilder().AddConfiguration(environment.Build()).AddCommandLine(arguments).Build();
        var folder = Path.GetFullPath(JobSettings.FolderOf(configuration));
        var connection = new SavedConnection(Path.Combine(folder, "connection.json"), environment.Build(), given);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (Client.Problem.IsOfFiles(failure))
        {
            // Nothing can be saved there. The runner of the jobs says so when a command needs it.
            return connection;
        }

        var source = new Source(connection)
        {
            Path = Path.GetFileName(connection._file),
            Optional = true,
            ReloadOnChange = true,
            OnLoadException = context =>
            {
                context.Ignore = true;
                connection.Problem = Client.Problem.IsOfFiles(context.Exception)
                    ? $"{JobSettings.Folder}: {connection._file} cannot be read. {context.Exception.Message}"
                    : $"{connection._file} is damaged. Save the connection again with the command connect, or delete the file.";
            },
        };
        configuration.Sources.Insert(configuration.Sources.Count - 1, source);
        return connection;
    }

    /// <summary>Saves the address, by the name of the setting that has it, and the key.</summary>
    /// <remarks>Replaces the file as a whole, so that a host that reads it again never sees half of it. Only the owner can read the file.</remarks>
    /// <exception cref="JobSettingException">The file cannot be written.</exception>
    public async Task SaveAsync(string setting, string address, string key, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(setting, address, key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (Client.Problem.IsOfFiles(failure))
        {
            throw new JobSettingException($"{JobSettings.Folder}: the connection cannot be saved in {_file}. {failure.Message}", failure);
        }
    }

    private async Task WriteAsync(string setting, string address, string key, CancellationToken cancellationToken)
    {
        var next = _file + ".new";
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var stream = PrivateFile.Replace(next);
        await using (stream.ConfigureAwait(false))
        {
            var writer = new Utf8JsonWriter(stream);
            await using (writer.ConfigureAwait(false))
            {
                writer.WriteStartObject();
                writer.WriteStartObject(Section);
                writer.WriteString(setting, address);
                writer.WriteString(Key, key);
                writer.WriteEndObject();
                writer.WriteEndObject();
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        File.Move(next, _file, overwrite: true);
    }

    /// <summary>Leaves what the environment and the command line do not say. A key belongs to its address: it is not sent to another.</summary>
    private void StepBack(IDictionary<string, string?> saved)
    {
        var address = Addresses.Select(name => _given[name]).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (address is not null && !Addresses.Any(name => IsSame(saved, name, address)))
        {
            saved.Clear();
        }

        // The ways to authenticate exclude each other, and so do the two forms of an address.
        string[] said = [.. _given.GetChildren().Where(setting => !string.IsNullOrEmpty(setting.Value)).Select(setting => setting.Key)];
        var isAuthenticated = said.Any(name => name.Equals(Key, StringComparison.OrdinalIgnoreCase) || name.StartsWith("Client", StringComparison.OrdinalIgnoreCase));
        foreach (var name in (string[])[.. isAuthenticated ? [Key] : Array.Empty<string>(), .. address is null ? [] : Addresses])
        {
            saved.Remove($"{Section}:{name}");
        }
    }

    private static bool IsSame(IDictionary<string, string?> saved, string name, string address) =>
        saved.TryGetValue($"{Section}:{name}", out var value) && string.Equals(value?.TrimEnd('/'), address.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private sealed class Source(SavedConnection connection) : JsonConfigurationSource
    {
        public SavedConnection Connection => connection;

        [SuppressMessage("Reliability", "CA2000", Justification = "The provider of the settings disposes it.")]
        public override IConfigurationProvider Build(IConfigurationBuilder builder)
        {
            // One for each build, because it ends with it. Otherwise the watch of the folder would last until it is collected, and Linux has few of them.
            var folder = new PhysicalFileProvider(System.IO.Path.GetDirectoryName(connection._file)!);
            FileProvider = folder;
            EnsureDefaults(builder);
            return new Provider(this, folder);
        }
    }

    private sealed class Provider(Source source, PhysicalFileProvider folder) : JsonConfigurationProvider(source)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            folder.Dispose();
        }

        public override void Load(Stream stream)
        {
            base.Load(stream);
            source.Connection.StepBack(Data);
        }
    }
}
