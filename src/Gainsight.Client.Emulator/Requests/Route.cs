namespace Gainsight.Client.Emulator;

/// <summary>One endpoint: its route, the quota windows that it uses, and its handler.</summary>
internal sealed record Route(string Operation, string Method, string Template, Func<RequestContext, EmulatorResponse> Handle)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>The windows that a call uses: all or none.</summary>
    public IReadOnlyList<QuotaWindow> Windows { get; init; } = QuotaWindow.Synchronous;

    /// <summary>Whether the endpoint needs no access key or token.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Whether the key may be in the header <c>authentication</c>, as some pages of the documentation print it.</summary>
    public bool TakesAuthenticationHeader { get; init; }

    /// <summary>Whether the call asks for the state of a job. A switch decides whether it counts against the asynchronous windows.</summary>
    public bool IsPoll { get; init; }

    /// <summary>Writes the response to a refused call. Default: the envelope of the record API.</summary>
    public Func<RequestContext, RefusedException, EmulatorResponse> Refuse { get; init; } =
        static (context, refused) => Reply.Failure(context, refused.Code, refused.Message);

    /// <summary>The number of literal segments. Among matching routes, the one with the most wins.</summary>
    public int Literals => _segments.Count(segment => !IsParameter(segment));

    public bool TryMatch(string method, string[] path, out Dictionary<string, string> values)
    {
        values = [];
        if (Method != method || path.Length != _segments.Length)
        {
            return false;
        }

        for (var i = 0; i < path.Length; i++)
        {
            if (IsParameter(_segments[i]))
            {
                values[_segments[i][1..^1]] = path[i];
            }
            else if (!string.Equals(_segments[i], path[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsParameter(string segment) => segment.StartsWith('{');
}
