using System.Buffers;

namespace Gainsight.Client;

/// <summary>Writes JSON as one line.</summary>
internal static class JsonLine
{
    /// <summary>Writes valid JSON and a line feed. A value that was copied as it came can have line ends between its members: such JSON loses its white space.</summary>
    public static void Write(ReadOnlySpan<byte> json, IBufferWriter<byte> lines)
    {
        if (json.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            lines.Write(json);
        }
        else
        {
            WriteCompact(json, lines);
        }

        lines.Write("\n"u8);
    }

    private static void WriteCompact(ReadOnlySpan<byte> json, IBufferWriter<byte> lines)
    {
        var line = lines.GetSpan(json.Length);
        (var length, var isInText) = (0, false);
        for (var i = 0; i < json.Length; i++)
        {
            var one = json[i];
            if (!isInText && one is ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                continue;
            }

            line[length++] = one;
            if (isInText && one == (byte)'\\')
            {
                line[length++] = json[++i];
            }
            else if (one == (byte)'"')
            {
                isInText = !isInText;
            }
        }

        lines.Advance(length);
    }
}
