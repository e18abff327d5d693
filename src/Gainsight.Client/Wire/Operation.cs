namespace Gainsight.Client;

/// <summary>A row of the operations table: everything that the pipeline knows about an endpoint.</summary>
/// <param name="Name">The stable name, used in spans, logs and route overrides.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The route, with <c>{object}</c> and <c>{id}</c> as placeholders.</param>
/// <param name="Bucket">The name of the quota bucket that is charged, or null when the call is not counted.</param>
/// <param name="Safety">Whether a call may be sent again.</param>
/// <param name="Confidence">How well the route is known.</param>
/// <param name="Source">Where the route comes from, in words.</param>
internal sealed record Operation(
    string Name, HttpMethod Method, string Template, string? Bucket, RetrySafety Safety, Confidence Confidence, string Source)
{
    /// <summary>Whether <see cref="GainsightClientOptions.RouteOverrides"/> can replace the route.</summary>
    public bool IsOverridable => Confidence is Confidence.Inferred or Confidence.Unknown;

    /// <summary>The form of a successful answer.</summary>
    public AnswerForm Answer { get; init; }

    /// <summary>The message for a refused secret, when the call carries one instead of the client's credential. Null for calls with the credential.</summary>
    public string? SecretRefused { get; init; }

    /// <summary>The message for refused data, when the answer has no code that says more.</summary>
    public string? DataRefused { get; init; }
}
