namespace Gainsight.Client;

/// <summary>The routes of one client: those of the operations table, with the caller's own in their places.</summary>
internal sealed class RouteTable
{
    private readonly Dictionary<string, RouteTemplate> _routes;

    private RouteTable(Dictionary<string, RouteTemplate> routes) => _routes = routes;

    /// <summary>What is wrong with the overrides, each with its remedy.</summary>
    public static IEnumerable<string> Problems(IDictionary<string, string> overrides)
    {
        foreach ((var name, var route) in overrides)
        {
            var operation = Operations.All.FirstOrDefault(known => known.Name == name);
            if (operation is null)
            {
                yield return $"RouteOverrides names '{name}', which is no operation. Those that can be replaced are {Replaceable()}; the names are case-sensitive.";
            }
            else if (!operation.IsOverridable)
            {
                yield return $"RouteOverrides names '{name}', whose route is known ({operation.Confidence}) and cannot be replaced. Remove the entry.";
            }
            else if (RouteTemplate.Problem(route, operation.Template) is { } problem)
            {
                yield return $"The route that RouteOverrides gives for '{name}' cannot be used: {problem}.";
            }
        }
    }

    /// <summary>Builds the table.</summary>
    /// <exception cref="ArgumentException">An override cannot be used; every problem is named.</exception>
    public static RouteTable Build(IDictionary<string, string> overrides)
    {
        string[] problems = [.. Problems(overrides)];
        if (problems.Length > 0)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(overrides));
        }

        var routes = new Dictionary<string, RouteTemplate>(Operations.All.Count, StringComparer.Ordinal);
        foreach (var operation in Operations.All)
        {
            routes.Add(operation.Name, overrides.TryGetValue(operation.Name, out var own)
                ? RouteTemplate.Override(own, operation.Method)
                : new RouteTemplate(operation.Method, operation.Template));
        }

        return new RouteTable(routes);
    }

    private static string Replaceable() =>
        string.Join(", ", Operations.All.Where(operation => operation.IsOverridable).Select(operation => operation.Name));

    public RouteTemplate Of(Operation operation) =>
        _routes.TryGetValue(operation.Name, out var route)
            ? route
            : throw new InvalidOperationException($"{operation.Name} is missing from the operations table.");
}
