using System.Globalization;
using System.Text.RegularExpressions;
using Gainsight.Client.Fuzz.Mutations;

namespace Gainsight.Client.Fuzz.Targets;

/// <summary>Dates, compared with the exact formats of .NET.</summary>
internal sealed partial class DateTarget : FuzzTarget
{
    private static readonly string[] Formats =
    [
        .. from day in (string[])["yyyy-MM-dd", "MM-dd-yyyy", "MM/dd/yyyy"]
           from time in (string[])["", "'T'HH:mm", "'T'HH:mm:ss", "'T'HH:mm:ss.FFFFFFF", " HH:mm", " HH:mm:ss", " HH:mm:ss.FFFFFFF"]
           from zone in (string[])["", "'Z'", "zzz"]
           where zone.Length == 0 || time.Length > 0
           select day + time + zone,
    ];

    public override string Name => "dates";

    public override byte[] Create(Random random)
    {
        var date = Samples.OneOf(Samples.Dates, random);
        for (var digits = random.Next(4); digits > 0; digits--)
        {
            date = [.. date];
            var at = random.Next(date.Length);
            date[at] = char.IsAsciiDigit((char)date[at]) ? (byte)('0' + random.Next(10)) : date[at];
        }

        return random.Next(2) == 0 ? date : Mutator.Bytes(date, random);
    }

    public override Task RunAsync(byte[] input)
    {
        var text = Json.Text(input);
        var isRead = DateReader.TryParse(input, out var value);
        var isDay = DateReader.TryParseDay(input, out var day);
        CheckException.ThrowIf(isRead && !isDay && !Digits().IsMatch(text), "A time without a day.");
        CheckException.ThrowIf(isRead && isDay && day != DateOnly.FromDateTime(value.DateTime), "The day is not that of the time.");

        // .NET also takes a fraction without digits, and an hour of one digit in a zone.
        if (Strict().IsMatch(text)
            && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expected))
        {
            CheckException.ThrowIf(!isRead, "A date was refused.");
            CheckException.ThrowIf(value != expected || value.Offset != expected.Offset, "Another date.");
        }

        return Task.CompletedTask;
    }

    [GeneratedRegex("^ *-?[0-9]+ *$")]
    private static partial Regex Digits();

    [GeneratedRegex("^.{10}([T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,7})?)?(Z|[+-]\\d\\d:\\d\\d)?)?$")]
    private static partial Regex Strict();
}
