using System.Buffers;
using System.Text;

namespace Gainsight.Client;

/// <summary>Finds the encoding of a text file. It reads the whole file, so that no byte is replaced later.</summary>
internal sealed class CsvEncoding
{
    private const int BlockSize = 64 * 1024;
    private const string Remedy = "Leave it out, or name that of the file.";

    private readonly string _path;
    private readonly FileStream _file;

    private CsvEncoding(string path, FileStream file) => (_path, _file) = (path, file);

    /// <summary>The encoding that is given or that the byte order mark names, else UTF-8, or that of Windows.</summary>
    /// <exception cref="ArgumentException">There is no encoding of the name.</exception>
    /// <exception cref="InvalidDataException">The file does not have the encoding.</exception>
    public static async Task<Encoding> FindAsync(string path, string? given, CancellationToken cancellationToken)
    {
        var named = given is null ? null : Strict(given);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BlockSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using var closing = file.ConfigureAwait(false);
        var search = new CsvEncoding(path, file);
        var mark = await search.MarkAsync(cancellationToken).ConfigureAwait(false);
        if (named is not null && mark is not null && Strict(mark).CodePage != named.CodePage)
        {
            throw new InvalidDataException($"{path} starts with the byte order mark of {mark}, so it is not in the encoding {given}. {Remedy}");
        }

        var strict = named ?? Strict(mark ?? "utf-8");
        return await search.BadLineAsync(strict, cancellationToken).ConfigureAwait(false) is not { } line ? strict
            : named is not null ? throw new InvalidDataException($"{path}, line {line}: it is not in the encoding {given}. {Remedy}")
            : mark is not null ? throw new InvalidDataException($"{path}, line {line}: it is not in the encoding {mark}, whose byte order mark the file has. Correct the line.")
            : await search.OtherAsync(line, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An encoding that replaces nothing. The code pages are asked for it themselves: to register them would change the whole process.</summary>
    private static Encoding Strict(string encoding)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // .NET refuses UTF-7, because it is not safe.
            throw new ArgumentException(
                $"There is no encoding '{encoding}' that can be read. Give a name such as utf-8, utf-16, windows-1252 or iso-8859-2.", nameof(encoding), exception);
        }
    }

    private async Task<string?> MarkAsync(CancellationToken cancellationToken)
    {
        if (!_file.CanSeek)
        {
            throw new InvalidDataException($"{_path} can be read only once, and it is read several times. Write it to a file first.");
        }

        var start = new byte[4];
        var length = await _file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return start.AsSpan(0, length) switch
        {
            [0xEF, 0xBB, 0xBF, ..] => "utf-8",
            [0xFF, 0xFE, 0x00, 0x00] => "utf-32",
            [0x00, 0x00, 0xFE, 0xFF] => "utf-32BE",
            [0xFF, 0xFE, ..] => "utf-16",
            [0xFE, 0xFF, ..] => "utf-16BE",
            _ => null,
        };
    }

    /// <summary>The encoding of a file that is not in UTF-8 from a line on.</summary>
    private async Task<Encoding> OtherAsync(long badLine, CancellationToken cancellationToken)
    {
        // A text of Windows hardly ever has bytes that are a character in UTF-8. With one, the file is in UTF-8 and has broken bytes.
        if (await HasSequenceAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidDataException($"{_path}, line {badLine}: it is not in the encoding utf-8, but other lines are. Correct it, or name the encoding of the file.");
        }

        var windows = Strict("windows-1252");
        return await BadLineAsync(windows, cancellationToken).ConfigureAwait(false) is { } line
            ? throw new InvalidDataException($"{_path}, line {line}: it is not in the encoding {windows.WebName}. Name that of the file.")
            : windows;
    }

    /// <summary>The line of the first byte that is not in the encoding, or null.</summary>
    private async Task<long?> BadLineAsync(Encoding strict, CancellationToken cancellationToken) =>
        await ProblemAsync(strict, long.MaxValue, cancellationToken).ConfigureAwait(false) is not { } block ? null
            : (await ProblemAsync(strict, block.Position, cancellationToken).ConfigureAwait(false))?.Line ?? block.Line;

    /// <summary>The first block that is not in the encoding, or null. From a position on, a block is one byte.</summary>
    private async Task<(long Position, long Line)?> ProblemAsync(Encoding strict, long single, CancellationToken cancellationToken)
    {
        var decoder = strict.GetDecoder();
        var bytes = new byte[BlockSize];
        var chars = new char[strict.GetMaxCharCount(BlockSize)];
        (long line, var wasReturn, var read) = (1, false, 1);
        _file.Position = 0;
        for (long position = 0; read > 0; position += read)
        {
            var size = position < single ? BlockSize : 1;
            read = await _file.ReadAtLeastAsync(bytes.AsMemory(0, size), size, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            try
            {
                var text = chars.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0));
                if (text.Contains('\0'))
                {
                    throw new InvalidDataException(
                        $"{_path} is not a text in {strict.WebName}: it has zero bytes. If it is UTF-16 without a mark, name the encoding utf-16. If it is a workbook, save it as CSV.");
                }

                line += LineEnds(text, ref wasReturn);
            }
            catch (DecoderFallbackException)
            {
                return (position, line);
            }
        }

        return null;
    }

    /// <summary>The line ends of a block: CR LF is one, also when it is in two blocks.</summary>
    private static int LineEnds(ReadOnlySpan<char> text, ref bool wasReturn)
    {
        var ends = text.Count('\n') + text.Count('\r') - text.Count("\r\n") - (wasReturn && text is ['\n', ..] ? 1 : 0);
        wasReturn = text.IsEmpty ? wasReturn : text[^1] == '\r';
        return ends;
    }

    /// <summary>Whether a character of several bytes in UTF-8 is anywhere in the file.</summary>
    private async Task<bool> HasSequenceAsync(CancellationToken cancellationToken)
    {
        var bytes = new byte[BlockSize];
        var kept = 0;
        _file.Position = 0;
        while (await _file.ReadAsync(bytes.AsMemory(kept), cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            if (HasSequence(bytes.AsSpan(0, kept + read), out var rest))
            {
                return true;
            }

            bytes.AsSpan(kept + read - rest, rest).CopyTo(bytes);
            kept = rest;
        }

        return false;
    }

    private static bool HasSequence(ReadOnlySpan<byte> text, out int rest)
    {
        rest = 0;
        while (text.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var at)
        {
            text = text[at..];
            switch (Rune.DecodeFromUtf8(text, out _, out var length))
            {
                case OperationStatus.Done:
                    return true;
                case OperationStatus.NeedMoreData:
                    rest = text.Length;
                    return false;
                default:
                    text = text[length..];
                    break;
            }
        }

        return false;
    }
}
