using System.Collections;
using Microsoft.Extensions.Logging.Testing;

namespace Gainsight.Client.TestSupport;

internal static class LogRecordExtensions
{
    /// <summary>All that a sink could store of a record: message, values of the state and of the scopes, exception.</summary>
    public static string Text(this FakeLogRecord record) =>
        $"{record.Category} {record.Message} {Text(record.State)} {string.Join(' ', record.Scopes.Select(Text))} {record.Exception}";

    private static string Text(object? value) => value switch
    {
        string text => text,
        KeyValuePair<string, object?> pair => $"{pair.Key}={Text(pair.Value)}",
        KeyValuePair<string, string?> pair => $"{pair.Key}={pair.Value}",
        IEnumerable values => string.Join(' ', values.Cast<object?>().Select(Text)),
        _ => $"{value}",
    };
}
