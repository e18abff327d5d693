namespace Gainsight.Client.Emulator;

/// <summary>One request as the tenant saw it. It holds no body, no key and no value of a record.</summary>
public sealed record RequestLogEntry
{
    /// <summary>The position in order of arrival, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The arrival, on the tenant's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, without the query string.</summary>
    public required string Path { get; init; }

    /// <summary>The operation, one of <see cref="EmulatorOperations"/>, or <see langword="null"/> for an unknown route.</summary>
    public string? Operation { get; init; }

    /// <summary>The object that the path names, as it was sent, or <see langword="null"/>.</summary>
    public string? Object { get; init; }

    /// <summary>Records in a write as it was sent, rows in the answer to a query.</summary>
    public int RecordCount { get; init; }

    /// <summary>The HTTP status, or 0 if no answer was sent.</summary>
    public int Status { get; init; }

    /// <summary>The error code in the answer.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The time taken, on the tenant's time provider.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The fault that fired.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>Whether the request changed the tenant, whatever the caller was told.</summary>
    public bool Committed { get; init; }

    /// <summary>Whether the caller gave up before the answer.</summary>
    public bool Canceled { get; init; }

    /// <summary>The first half of the SHA-256 of the access key or token, in hexadecimal, to tell keys apart without keeping them.</summary>
    public string? CredentialHash { get; init; }

    /// <summary>The <c>requestId</c> of the answer.</summary>
    public required string RequestId { get; init; }
}
