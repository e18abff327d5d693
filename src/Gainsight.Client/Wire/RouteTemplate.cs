using System.Buffers;

namespace Gainsight.Client;

/// <summary>A route cut at its place holders, so that filling it in is putting strings together.</summary>
internal sealed class RouteTemplate
{
    public const string ObjectPlaceholder = "{object}";
    public const string IdPlaceholder = "{id}";

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE"];

    // Literals stand at even places, place holders at odd ones.
    private readonly string[] _parts;
    private readonly char _querySeparator;
    private KnownAddress? _last;

    public RouteTemplate(HttpMethod method, string text)
    {
        Method = method;
        Text = text;
        _parts = Cut(text);
        _querySeparator = text.Contains('?', StringComparison.Ordinal) ? '&' : '?';
    }

    public HttpMethod Method { get; }

    /// <summary>The route with its place holders: the low-cardinality form for spans.</summary>
    public string Text { get; }

    /// <summary>Makes a route of what stands in place of another: a path, or a verb and a path.</summary>
    public static RouteTemplate Override(string text, HttpMethod original)
    {
        var verb = Verb(text);
        return new(verb is null ? original : HttpMethod.Parse(verb), PathOf(text, verb));
    }

    /// <summary>What is wrong with a route that should replace another, with the remedy; null when nothing is.</summary>
    public static string? Problem(string text, string original)
    {
        var verb = Verb(text);
        if (verb is not null && !Verbs.Contains(verb, StringComparer.Ordinal))
        {
            return $"it begins with a verb that is none of {string.Join(", ", Verbs)}. Write it as 'POST /v1/...', or the path alone to keep the verb";
        }

        text = PathOf(text, verb);
        if (!text.StartsWith('/') || text.StartsWith("//", StringComparison.Ordinal))
        {
            return "it must begin with one slash: the host is always the client's own";
        }

        if (text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '#' or '\\'))
        {
            return "it contains white space, '#' or '\\', which no route has";
        }

        string[] wanted = Placeholders(original), given = Placeholders(text);
        var missing = Array.Find(wanted, placeholder => !given.Contains(placeholder, StringComparer.Ordinal));
        if (missing is not null)
        {
            return $"it lacks the place holder {missing}, which {original} has";
        }

        var unknown = Array.Find(given, placeholder => !wanted.Contains(placeholder, StringComparer.Ordinal));
        return unknown is not null ? $"its place holder {unknown} is not one of {original}" : null;
    }

    /// <summary>The address of a call on a host.</summary>
    /// <exception cref="ArgumentException">A name or id is missing or cannot stand in a path.</exception>
    public Uri Address(Uri baseAddress, ApiRequest request)
    {
        if (request.Id is not null || request.Query is not null)
        {
            return new Uri(baseAddress, Fill(request));
        }

        // Calls of one object follow each other, and an address is long to put together and to take apart.
        var last = _last;
        if (last is null || last.Object != request.Object || !ReferenceEquals(last.Base, baseAddress))
        {
            _last = last = new(baseAddress, request.Object, new Uri(baseAddress, Fill(request)));
        }

        return last.Address;
    }

    /// <summary>Fills the route in: the path with its query.</summary>
    /// <exception cref="ArgumentException">A name or id is missing or cannot stand in a path.</exception>
    public string Fill(ApiRequest request)
    {
        var path = _parts.Length switch
        {
            1 => Text,
            3 => string.Concat(_parts[0], Escape(request, _parts[1]), _parts[2]),
            _ => string.Concat(_parts.Select((part, index) => index % 2 == 0 ? part : Escape(request, part))),
        };
        return request.Query is null ? path : $"{path}{_querySeparator}{request.Query}";
    }

    private static string Escape(ApiRequest request, string placeholder)
    {
        var value = placeholder == ObjectPlaceholder ? request.Object : request.Id;

        // An empty value or a dot would turn the path into that of another call.
        if (string.IsNullOrWhiteSpace(value) || value is "." or "..")
        {
            throw new ArgumentException(placeholder == ObjectPlaceholder
                ? $"{request.Operation.Name} needs the API name of an object."
                : $"{request.Operation.Name} needs the id of a record, and it is missing or empty.");
        }

        return Uri.EscapeDataString(value);
    }

    /// <summary>What stands before the path, and one space: letters alone, so that an address or a broken path is not taken for one.</summary>
    private static string? Verb(string text) =>
        text.IndexOf(' ', StringComparison.Ordinal) is > 0 and int end && text.AsSpan(0, end).IndexOfAnyExcept(Letters) < 0 ? text[..end] : null;

    private static string PathOf(string text, string? verb) => verb is null ? text : text[(verb.Length + 1)..];

    private static string[] Placeholders(string text) => [.. Cut(text).Where((_, index) => index % 2 == 1)];

    private static string[] Cut(string text)
    {
        var parts = new List<string>();
        var start = 0;
        while (start <= text.Length)
        {
            var open = text.IndexOf('{', start);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                parts.Add(text[start..]);
                break;
            }

            parts.Add(text[start..open]);
            parts.Add(text[open..(close + 1)]);
            start = close + 1;
        }

        return [.. parts];
    }

    private sealed record KnownAddress(Uri Base, string? Object, Uri Address);
}
