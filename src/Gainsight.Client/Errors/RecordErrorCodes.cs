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

    /// <summary>Several rows of the tenant carry the row's key, or rows of one key that come together belong to several companies, so that nothing says which one is meant.</summary>
    public const string AmbiguousKey = "AmbiguousKey";

    /// <summary>A lookup of the row, resolved by this library, matches no row of the tenant.</summary>
    public const string LookupNotFound = "LookupNotFound";

    /// <summary>A lookup of the row, resolved by this library, matches several rows of the tenant.</summary>
    public const string AmbiguousLookup = "AmbiguousLookup";

    /// <summary>The row holds a value that cannot be written, such as a date that is not a date, or that the field does not take.</summary>
    public const string InvalidValue = "InvalidValue";

    /// <summary>The object has no such field. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string UnknownField = "UnknownField";

    /// <summary>The field cannot be written: Gainsight or a formula sets it, or it takes no inserts or no updates. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string ReadOnlyField = "ReadOnlyField";

    /// <summary>Null in a field that cannot be empty. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string NullValue = "NullValue";

    /// <summary>The text is longer than the field allows. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string ValueTooLong = "ValueTooLong";

    /// <summary>The field's picklist has no such item. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string UnknownPicklistItem = "UnknownPicklistItem";

    /// <summary>The item of the picklist is not active. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string InactivePicklistItem = "InactivePicklistItem";

    /// <summary>An earlier row of the same write carries the row's reference id; of a stream, one of the last 10,000 rows at least.</summary>
    public const string DuplicateReference = "DuplicateReference";

    /// <summary>An activity with the row's <c>ExternalId</c> exists already, or stands earlier in the same input.</summary>
    public const string AlreadyExists = "AlreadyExists";

    /// <summary>The row was refused together with others, and it was not established which of them is at fault.</summary>
    public const string ChunkRefused = "ChunkRefused";

    /// <summary>The connection broke or timed out while the row was being written.</summary>
    public const string TransportFailure = "TransportFailure";

    /// <summary>The operation was cancelled while the row was being written.</summary>
    public const string Canceled = "Canceled";
}
