namespace Gainsight.Client.Emulator;

/// <summary>One endpoint: how it is found, what it counts against, and who answers.</summary>
internal sealed record Route(string Operation, string Method, string Template, Func<RequestContext, EmulatorResponse> Handle)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>The windows that a call uses up, all or none.</summary>
    public IReadOnlyList<QuotaWindow> Windows { get; init; } = QuotaWindow.Synchronous;

    /// <summary>Whether the endpoint does without an access key or token.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Whether the key may come in the header <c>authentication</c>, as some pages of the documentation print it.</summary>
    public bool TakesAuthenticationHeader { get; init; }

    /// <summary>Whether the call asks after a job of the asynchronous APIs, which may or may not count against their windows.</summary>
    public bool IsPoll { get; init; }

    /// <summary>How the area says that it refuses a call; by default with the envelope of the record API.</summary>
    public Func<RequestContext, RefusedException, EmulatorResponse> Refuse { get; init; } =
        static (context, refused) => Reply.Failure(context, refused.Code, refused.Message);

    /// <summary>Among routes that match, the one with most literal segments wins.</summary>
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
