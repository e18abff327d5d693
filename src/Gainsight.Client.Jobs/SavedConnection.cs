using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>The address and the key that the command <c>connect</c> saved, as a source of the configuration.</summary>
internal sealed class SavedConnection
{
    private readonly string _file;

    private SavedConnection(string file) => _file = file;

    /// <summary>Why the file cannot be read, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Adds the file to the configuration, before the settings of the command line.</summary>
    public static SavedConnection Open(IConfigurationManager configuration)
    {
        var folder = Path.GetFullPath(JobSettings.FolderOf(configuration));
        var connection = new SavedConnection(Path.Combine(folder, "connection.json"));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Nothing can be saved there. The runner of the jobs says so when a command needs it.
            return connection;
        }

        var source = new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource
        {
            Path = connection._file,
            Optional = true,
            ReloadOnChange = true,
            OnLoadException = context =>
            {
                context.Ignore = true;
                connection.Problem = $"{connection._file} is damaged. Save the connection again with the command connect, or delete the file.";
            },
        };
        source.ResolveFileProvider();
        configuration.Sources.Insert(configuration.Sources.Count - 1, source);
        return connection;
    }

    /// <summary>Saves the address, by the name of the setting that has it, and the key.</summary>
    /// <remarks>Replaces the file as a whole, so that a host that reads it again never sees half of it. Only the owner can read the file.</remarks>
    public async Task SaveAsync(string setting, string address, string key, CancellationToken cancellationToken)
    {
        var next = _file + ".new";
        File.Delete(next);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var stream = new FileStream(next, options);
        await using (stream.ConfigureAwait(false))
        {
            var writer = new Utf8JsonWriter(stream);
            await using (writer.ConfigureAwait(false))
            {
                writer.WriteStartObject();
                writer.WriteStartObject("Gainsight");
                writer.WriteString(setting, address);
                writer.WriteString("AccessKey", key);
                writer.WriteEndObject();
                writer.WriteEndObject();
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        File.Move(next, _file, overwrite: true);
    }
}
