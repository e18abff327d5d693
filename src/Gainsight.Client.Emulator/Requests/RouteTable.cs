namespace Gainsight.Client.Emulator;

/// <summary>All endpoints. Each area of the API adds its own list here and nowhere else.</summary>
internal sealed class RouteTable
{
    private readonly List<Route> _routes =
    [
        .. TokenEndpoint.Routes,
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

    public Route? Find(string method, string path, out Dictionary<string, string> values)
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

        return best;
    }
}
