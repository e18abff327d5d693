using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Says where a text stops being JSON, with the numbers that editors show.</summary>
internal static class JsonPlace
{
    public static string Of(JsonException exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return $"line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}: this is not JSON: {(end < 0 ? message : message[..end])}";
    }
}
