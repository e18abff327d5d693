using System.Globalization;

namespace Gainsight.Client;

/// <content>The checkpoint as text: version, host, object and the positions, and in a bound checkpoint the filter and the second since which rows are new, separated by semicolons.</content>
public sealed partial record ChangeCheckpoint
{
    private const string Version = "gs1";
    private const char Separator = ';';
    private const char KeySeparator = '/';

    /// <summary>Precedes the key up to which rows without a date were read. It makes "from the first row" different from an empty text.</summary>
    private const char UndatedMark = '*';

    private static readonly long FirstSecond = DateTimeOffset.MinValue.ToUnixTimeSeconds();

    /// <summary>The next second must still be a valid time.</summary>
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds() - 1;

    /// <summary>Reads a checkpoint from its text.</summary>
    /// <param name="text">The result of <see cref="ToString"/>.</param>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="FormatException">The text is not a checkpoint, or a later version of this library wrote it.</exception>
    public static ChangeCheckpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(Separator);
        long? newSince = null;
        return parts.Length is 7 or 9
            && (parts.Length == 7 || ((parts[7].Length == 0 || parts[7][0] == UndatedMark) && TryReadSecond(parts[8], out newSince)))
            && parts[0] == Version
            && TryRead(parts[3], out var rows)
            && (parts[4].Length == 0 || parts[4][0] == UndatedMark)
            && TryRead(parts[5], out var deletes)
            && TryRead(parts[6], out var highVolumeDeletes)
            ? new()
            {
                Host = parts[1].Length == 0 ? null : parts[1],
                ObjectName = parts[2].Length == 0 ? null : parts[2],
                Rows = rows,
                Undated = parts[4].Length == 0 ? null : Uri.UnescapeDataString(parts[4][1..]),
                Deletes = deletes,
                HighVolumeDeletes = highVolumeDeletes,
                Filter = parts.Length == 7 || parts[7].Length == 0 ? null : parts[7][1..],
                NewSince = newSince,
            }
            : throw new FormatException("The text is not a change checkpoint of this library. Store the text of Change.Checkpoint unchanged, or start again from ChangeCheckpoint.Beginning.");
    }

    private string Write()
    {
        var text = string.Join(
            Separator,
            Version,
            Host,
            ObjectName,
            Write(Rows),
            Undated is null ? string.Empty : UndatedMark + Uri.EscapeDataString(Undated),
            Write(Deletes),
            Write(HighVolumeDeletes));
        return Filter is null && NewSince is null
            ? text
            : string.Join(Separator, text, Filter is null ? string.Empty : UndatedMark + Filter, NewSince?.ToString(CultureInfo.InvariantCulture));
    }

    private static bool TryReadSecond(string text, out long? second)
    {
        var isValid = TryRead(text, out var position) && position.Key is null;
        second = position.Second;
        return isValid;
    }

    private static string Write(ModifiedDatePosition position)
    {
        var second = position.Second?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
        return position.Key is null ? second : second + KeySeparator + Uri.EscapeDataString(position.Key);
    }

    private static bool TryRead(string text, out ModifiedDatePosition position)
    {
        position = default;
        if (text.Length == 0)
        {
            return true;
        }

        var parts = text.Split(KeySeparator);
        if (parts.Length > 2 || parts is [_, ""]
            || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var second)
            || second < FirstSecond || second > LastSecond)
        {
            return false;
        }

        position = new(second, parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : null);
        return true;
    }
}
