namespace Gainsight.Client;

/// <summary>A row of the operations table: all that the pipeline knows of a call.</summary>
/// <param name="Name">The stable name, used in spans, logs and route overrides.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The route with <c>{object}</c> and <c>{id}</c> as place holders.</param>
/// <param name="Bucket">The name of the quota bucket it is charged to, or null when it is not counted.</param>
/// <param name="Safety">Whether it may be sent again.</param>
/// <param name="Confidence">How well the route is known.</param>
/// <param name="Source">Where the route is told of, in words.</param>
internal sealed record Operation(
    string Name, HttpMethod Method, string Template, string? Bucket, RetrySafety Safety, Confidence Confidence, string Source)
{
    /// <summary>Whether the route may be replaced through <see cref="GainsightClientOptions.RouteOverrides"/>.</summary>
    public bool IsOverridable => Confidence is Confidence.Inferred or Confidence.Unknown;

    /// <summary>What a successful answer looks like.</summary>
    public AnswerForm Answer { get; init; }

    /// <summary>What to say when the secret is refused that the call carries in place of the client's credential; null for calls with the credential.</summary>
    public string? SecretRefused { get; init; }

    /// <summary>What to say when Gainsight refuses the call's data without a code that says more.</summary>
    public string? DataRefused { get; init; }
}
