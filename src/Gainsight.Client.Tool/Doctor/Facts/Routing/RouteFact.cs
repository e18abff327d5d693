namespace Gainsight.Client.Tool.Doctor;

/// <summary>Which of several routes a call of the library has. Routes are tried in order until one is there.</summary>
/// <param name="operation">The operation, as <c>docs/wire.md</c> names it.</param>
/// <param name="body">The body of the calls by POST.</param>
/// <param name="bucket">The quota bucket.</param>
/// <param name="page">The official page.</param>
/// <param name="routes">The routes: that of the library, then others. Each is a verb and a path.</param>
internal sealed class RouteFact(string operation, string body, string bucket, string page, params string[] routes)
    : Fact($"Route of {operation}", routes[0], operation, page)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var expected = tenant.Options.RouteOverrides.TryGetValue(Wire, out var configured)
            ? configured.Contains(' ', StringComparison.Ordinal) ? configured : $"{routes[0].Split(' ')[0]} {configured}"
            : routes[0];
        if (!routes.Contains(expected, StringComparer.Ordinal))
        {
            return Finding.Open("RouteOverrides has a route of your own, which is not called");
        }

        foreach (var route in routes.Prepend(expected).Distinct(StringComparer.Ordinal))
        {
            var parts = route.Split(' ');
            var answer = parts[0] == "GET"
                ? await tenant.GetAsync(parts[1], cancellationToken).ConfigureAwait(false)
                : await tenant.PostAsync(parts[1], body, cancellationToken, bucket).ConfigureAwait(false);
            if (!answer.IsRouteMissing)
            {
                // A route that refuses is there. What it asks for may differ.
                var refused = answer.IsRefused && !answer.FoundNothing ? $", refuses the call ({answer.CodeText})" : "";
                return route == expected
                    ? refused.Length == 0 ? Finding.Expected("answers") : Finding.Differs($"is there{refused}", "The route exists, and the tenant expects another body, or the key may not use it.")
                    : Finding.Differs($"{route}{refused}", "An override leads the library there.", ($"RouteOverrides:{Wire}", route));
            }
        }

        return Finding.Differs("none of the known routes", "Calls of this operation fail. Ask Gainsight's support for the route, and set it in RouteOverrides.");
    }
}
