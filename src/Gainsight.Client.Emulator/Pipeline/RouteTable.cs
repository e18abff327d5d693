namespace Gainsight.Client.Emulator;

/// <summary>All endpoints. Each area of the API has its own list of routes; this class only gathers the lists.</summary>
internal sealed class RouteTable(CredentialStore credentials)
{
    private readonly List<Route> _routes =
    [
        .. new TokenEndpoint(credentials).Routes,
        .. RecordEndpoints.Routes,
        .. QueryEndpoint.Routes,
        .. TimelineEndpoints.Routes,
        .. UserEndpoints.Routes,
        .. EventEndpoint.Routes,
        .. ExportEndpoints.Routes,
        .. ImportEndpoints.Routes,
        .. MetadataEndpoints.Routes,
        .. PeopleEndpoints.Routes,
        .. CtaEndpoints.Routes,
        .. TaskEndpoints.Routes,
        .. SuccessPlanEndpoints.Routes,
        .. CustomerGoalEndpoints.Routes,
    ];

    /// <summary>The names of the operations, in alphabetical order.</summary>
    public IReadOnlyList<string> Operations => [.. _routes.Select(route => route.Operation).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The windows that calls are counted in, each once.</summary>
    public IReadOnlyList<QuotaWindow> Windows => [.. _routes.SelectMany(route => route.Windows).Distinct()];

    /// <summary>Finds the route of a request, and the values of its path.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, still escaped.</param>
    /// <param name="switches">The switches, which may set a path for opportunities.</param>
    /// <param name="values">The values of the path. Empty if no route matches.</param>
    public Route? Find(string method, string path, EmulatorSwitches switches, out Dictionary<string, string> values)
    {
        string[] segments = [.. path.Split('/').Select(Uri.UnescapeDataString)];
        Route? best = null;
        values = [];
        foreach (var route in _routes)
        {
            if (route.TryMatch(method, segments, out var found) && (best is null || route.Literals > best.Literals))
            {
                best = route;
                values = found;
            }
        }

        // The path of opportunities may be a path of the record API, which then names the object.
        return OpportunityEndpoints.Find(method, path, switches.OpportunityPath) ?? best;
    }
}
