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
    /// <summary>Whether <see cref="GainsightClientOptions.RouteOverrides"/> can replace the route. The route of the token is fixed, because the credential's secret goes there.</summary>
    public bool IsOverridable => !IsRaw && Bucket is not null;

    /// <summary>Whether the call changes something. A read-only client refuses it. Of a call that the library does not know, only GET and HEAD prove that it does not.</summary>
    public bool IsWrite => IsRaw ? Method != HttpMethod.Get && Method != HttpMethod.Head : Safety != RetrySafety.Safe;

    /// <summary>Whether the caller describes the call, and not the operations table.</summary>
    public bool IsRaw { get; private init; }

    /// <summary>The form of a successful answer.</summary>
    public AnswerForm Answer { get; init; }

    /// <summary>The message for a refused secret, when the call carries one instead of the client's credential. Null for calls with the credential.</summary>
    public string? SecretRefused { get; init; }

    /// <summary>A call that the table does not have. Its address comes with the request.</summary>
    public static Operation Raw(HttpMethod method, string bucket, bool canRepeat) =>
        new("Raw", method, "/{path}", bucket, canRepeat ? RetrySafety.Idempotent : RetrySafety.Unsafe, Confidence.Unknown, "The caller")
        {
            Answer = AnswerForm.Open,
            IsRaw = true,
        };

    /// <summary>The message for refused data, when the answer has no code that says more.</summary>
    public string? DataRefused { get; init; }
}
