namespace Gainsight.Client;

/// <summary>The codes that this library gives to rows it refuses by itself, before any call.</summary>
/// <remarks>Gainsight's own codes (<c>GSOBJ_…</c>) come through unchanged and are an open set.</remarks>
public static class RecordErrorCodes
{
    /// <summary>The row is null.</summary>
    public const string NullRow = "NullRow";

    /// <summary>The row has no value in one of the identifier keys.</summary>
    public const string MissingKey = "MissingKey";

    /// <summary>A field without which Gainsight refuses the record is absent or empty.</summary>
    public const string MissingRequiredField = "MissingRequiredField";

    /// <summary>Several rows of the tenant carry the row's key, so that nothing says which one is meant.</summary>
    public const string AmbiguousKey = "AmbiguousKey";

    /// <summary>The row holds a value that cannot be written, such as a date that is not a date.</summary>
    public const string InvalidValue = "InvalidValue";

    /// <summary>An activity with the row's <c>ExternalId</c> exists already, or stands earlier in the same input.</summary>
    public const string AlreadyExists = "AlreadyExists";

    /// <summary>The row was refused together with others, and it was not established which of them is at fault.</summary>
    public const string ChunkRefused = "ChunkRefused";

    /// <summary>The connection broke or timed out while the row was being written.</summary>
    public const string TransportFailure = "TransportFailure";

    /// <summary>The operation was cancelled while the row was being written.</summary>
    public const string Canceled = "Canceled";
}
