using System.Text;

namespace Gainsight.Client;

/// <summary>Finds the encoding of a text file. It reads the whole file, so that no byte is replaced later.</summary>
internal static class CsvEncoding
{
    private const string Windows = "windows-1252";

    /// <summary>The encoding that is given or that the byte order mark names, else UTF-8, or that of Windows.</summary>
    /// <exception cref="ArgumentException">There is no encoding of the name.</exception>
    /// <exception cref="InvalidDataException">The file does not have the encoding.</exception>
    public static Encoding Find(string path, string? given)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var mark = MarkOf(path);
        var marked = given ?? mark;
        var strict = Strict(marked ?? "utf-8");
        if (IsIn(path, strict))
        {
            return strict;
        }

        return marked is null && Strict(Windows) is var windows && IsIn(path, windows)
            ? windows
            : throw new InvalidDataException($"{path} is not in the encoding {marked ?? Windows}. {(given is null ? "Name that of the file." : "Leave it out, or name that of the file.")}");
    }

    private static Encoding Strict(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"There is no encoding '{name}'. Give a name such as utf-8, utf-16, windows-1252 or iso-8859-2.", "encoding", exception);
        }
    }

    private static string? MarkOf(string path)
    {
        using var file = Open(path);
        if (!file.CanSeek)
        {
            throw new InvalidDataException($"{path} can be read only once, and it is read several times. Write it to a file first.");
        }

        Span<byte> start = stackalloc byte[3];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? "utf-8"
            : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? "utf-16"
            : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? "utf-16BE"
            : null;
    }

    private static bool IsIn(string path, Encoding strict)
    {
        using var file = Open(path);
        using var reader = new StreamReader(file, strict, detectEncodingFromByteOrderMarks: false);
        var buffer = new char[16 * 1024];
        try
        {
            while (reader.Read(buffer) is > 0 and var length)
            {
                if (buffer.AsSpan(0, length).Contains('\0'))
                {
                    throw new InvalidDataException(
                        $"{path} is not a text in {strict.WebName}: it has zero bytes. If it is UTF-16 without a mark, name the encoding utf-16. If it is a workbook, save it as CSV.");
                }
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
}
