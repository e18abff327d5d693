using System.Buffers;

namespace Gainsight.Client;

/// <summary>The routes of one client: those of the operations table, some replaced by the client's own.</summary>
internal sealed class RouteTable
{
    private const string ObjectPlaceholder = "{object}";

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE"];

    private readonly Dictionary<string, Route> _routes;

    private RouteTable(Dictionary<string, Route> routes) => _routes = routes;

    /// <summary>The problems of the overrides, each with its remedy.</summary>
    public static IEnumerable<string> Problems(IDictionary<string, string> overrides)
    {
        foreach ((var name, var route) in overrides)
        {
            var operation = Operation.All.FirstOrDefault(known => known.Name == name);
            if (operation is null)
            {
                yield return $"RouteOverrides names '{name}', which is not an operation. Operations that can be replaced are {Replaceable()}; the names are case-sensitive.";
            }
            else if (!operation.IsOverridable)
            {
                yield return $"RouteOverrides names '{name}', whose route cannot be replaced: the credential's secret goes there. Remove the entry.";
            }
            else if (Problem(route, operation.Template) is { } problem)
            {
                yield return $"The route that RouteOverrides gives for '{name}' cannot be used: {problem}.";
            }
        }
    }

    /// <summary>Builds the table.</summary>
    /// <exception cref="ArgumentException">An override cannot be used. The message names every problem.</exception>
    public static RouteTable Build(IDictionary<string, string> overrides)
    {
        string[] problems = [.. Problems(overrides)];
        if (problems.Length > 0)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(overrides));
        }

        var routes = new Dictionary<string, Route>(Operation.All.Count, StringComparer.Ordinal);
        foreach (var operation in Operation.All)
        {
            routes.Add(operation.Name, overrides.TryGetValue(operation.Name, out var own)
                ? Override(own, operation.Method)
                : new Route(operation.Method, operation.Template));
        }

        return new RouteTable(routes);
    }

    public Route Of(Operation operation) =>
        _routes.TryGetValue(operation.Name, out var route)
            ? route
            : operation.IsRaw ? new Route(operation.Method, operation.Template)
            : throw new InvalidOperationException($"{operation.Name} is missing from the operations table.");

    private static string Replaceable() =>
        string.Join(", ", Operation.All.Where(operation => operation.IsOverridable).Select(operation => operation.Name));

    /// <summary>The problem of an override with its remedy, or null when there is none.</summary>
    public static string? Problem(string text, string original)
    {
        var verb = Verb(text);
        if (verb is not null && !Verbs.Contains(verb, StringComparer.Ordinal))
        {
            return $"it begins with a verb that is not one of {string.Join(", ", Verbs)}. Write it as 'POST /v1/...', or the path alone to keep the verb";
        }

        text = PathOf(text, verb);
        if (PathRules.Problem(text) is { } problem)
        {
            return problem;
        }

        string[] wanted = Placeholders(original), given = Placeholders(text);
        var missing = Array.Find(wanted, placeholder => !given.Contains(placeholder, StringComparer.Ordinal));
        if (missing is not null)
        {
            return $"it lacks the placeholder {missing}, which {original} has";
        }

        var unknown = Array.Find(given, placeholder => !wanted.Contains(placeholder, StringComparer.Ordinal));
        return unknown is not null ? $"its placeholder {unknown} is not one of {original}" : null;
    }

    /// <summary>Parses an override: a path, or a verb and a path.</summary>
    private static Route Override(string text, HttpMethod original)
    {
        var verb = Verb(text);
        return new(verb is null ? original : HttpMethod.Parse(verb), PathOf(text, verb));
    }

    /// <summary>The text before the first space, or null when it has other characters than letters: an address or a broken path has no verb.</summary>
    private static string? Verb(string text) =>
        text.IndexOf(' ', StringComparison.Ordinal) is > 0 and int end && text.AsSpan(0, end).IndexOfAnyExcept(Letters) < 0 ? text[..end] : null;

    private static string PathOf(string text, string? verb) => verb is null ? text : text[(verb.Length + 1)..];

    private static string[] Placeholders(string text) => [.. Split(text).Where((_, index) => index % 2 == 1)];

    /// <summary>Splits a template at its placeholders: literals have even indexes, placeholders odd ones.</summary>
    private static string[] Split(string text)
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

    /// <summary>A route, split once so that filling in its placeholders is cheap.</summary>
    internal sealed class Route(HttpMethod method, string template)
    {
        private readonly string[] _parts = Split(template);
        private readonly char _querySeparator = template.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        private LastAddress? _last;

        public HttpMethod Method { get; } = method;

        /// <summary>The route with its placeholders: the low-cardinality form for spans.</summary>
        public string Template { get; } = template;

        /// <summary>The address of a request.</summary>
        /// <exception cref="ArgumentException">A name or id is missing, or cannot be part of a path.</exception>
        public Uri Address(Uri baseAddress, ApiRequest request)
        {
            if (request.Id is not null || request.Query is not null)
            {
                return new Uri(baseAddress, Fill(request));
            }

            // Building and parsing an address is expensive, and successive calls are often for the same object.
            var last = _last;
            if (last is null || last.Object != request.Object || !ReferenceEquals(last.Base, baseAddress))
            {
                _last = last = new(baseAddress, request.Object, new Uri(baseAddress, Fill(request)));
            }

            return last.Address;
        }

        /// <summary>The path and query of a request.</summary>
        /// <exception cref="ArgumentException">A name or id is missing, or cannot be part of a path.</exception>
        public string Fill(ApiRequest request)
        {
            var path = _parts.Length switch
            {
                1 => Template,
                3 => string.Concat(_parts[0], Escape(request, _parts[1]), _parts[2]),
                _ => string.Concat(_parts.Select((part, index) => index % 2 == 0 ? part : Escape(request, part))),
            };
            return request.Query is null ? path : $"{path}{_querySeparator}{request.Query}";
        }

        private static string Escape(ApiRequest request, string placeholder)
        {
            var value = placeholder == ObjectPlaceholder ? request.Object : request.Id;

            // An empty value or a dot would make it the path of another call.
            if (string.IsNullOrWhiteSpace(value) || value is "." or "..")
            {
                throw new ArgumentException(placeholder == ObjectPlaceholder
                    ? $"{request.Operation.Name} needs the API name of an object."
                    : $"{request.Operation.Name} needs the id of a record, and it is missing or empty.");
            }

            return Uri.EscapeDataString(value);
        }

        private sealed record LastAddress(Uri Base, string? Object, Uri Address);
    }
}
