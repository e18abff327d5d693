using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gainsight.Client.Tool;

/// <summary>
/// The file with the profiles: a JSON object with a section of settings for each profile, as in <c>appsettings.json</c>. Only its owner may read it.
/// </summary>
/// <param name="path">The path of the file.</param>
internal sealed class ProfileFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = ~(OwnerOnly | UnixFileMode.UserExecute);

    /// <summary>The path of the file.</summary>
    public string Path => path;

    /// <summary>Reads the profiles.</summary>
    /// <returns>The profiles by name. Empty if there is no file.</returns>
    /// <exception cref="ToolException">Others can read the file, or it is not what it should be.</exception>
    public JsonObject Read()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            throw new ToolException($"{path} has keys, and others than its owner can open it. Run: chmod 600 '{path}'. If others have had access to this machine, replace the keys in Gainsight.");
        }

        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            return JsonNode.Parse(File.ReadAllText(path), documentOptions: options) is JsonObject content && content.All(profile => profile.Value is JsonObject)
                ? content
                : throw new ToolException($"{path} must be a JSON object with a section of settings for each profile.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // The message of the parser can quote the file.
            var where = exception is JsonException { LineNumber: { } line } ? $" Line {line + 1} cannot be read." : "";
            throw new ToolException($"{path} is not valid JSON.{where} Correct it, or delete it and add the profiles again.");
        }
    }

    /// <summary>Replaces the file. A failure leaves the old one.</summary>
    /// <param name="profiles">The profiles.</param>
    public void Write(JsonObject profiles)
    {
        // A link stays a link.
        var target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? System.IO.Path.GetFullPath(path);
        var folder = System.IO.Path.GetDirectoryName(target)!;
        _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        var temporary = $"{target}.{Guid.NewGuid():N}";
        try
        {
            using (var stream = PrivateFile.Replace(temporary))
            using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
            {
                profiles.WriteTo(writer);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
