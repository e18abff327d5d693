namespace Gainsight.Client;

/// <summary>An activity that was deleted in the last 15 days.</summary>
/// <remarks>Gainsight's answer is not documented. A member is null if the answer does not have it.</remarks>
public sealed class DeletedActivity
{
    /// <summary>The id in Timeline.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The GSID.</summary>
    public string? Gsid { get; init; }

    /// <summary>The caller's own id.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When it was deleted.</summary>
    public DateTimeOffset? DeletedOn { get; init; }
}
