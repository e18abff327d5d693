namespace Gainsight.Client;

/// <summary>The error codes that this library gives to rows.</summary>
/// <remarks>Gainsight's own codes (<c>GSOBJ_…</c>) are passed on unchanged and are an open set.</remarks>
public static class RecordErrorCodes
{
    /// <summary>The row is null.</summary>
    public const string NullRow = "NullRow";

    /// <summary>The row has no value in one of the identifier keys.</summary>
    public const string MissingKey = "MissingKey";

    /// <summary>A required field is absent or empty.</summary>
    public const string MissingRequiredField = "MissingRequiredField";

    /// <summary>The key is ambiguous: several rows of the tenant have it, or input rows with this key belong to several companies.</summary>
    public const string AmbiguousKey = "AmbiguousKey";

    /// <summary>A lookup of the row, resolved by this library, matches no row of the tenant.</summary>
    public const string LookupNotFound = "LookupNotFound";

    /// <summary>A lookup of the row, resolved by this library, matches several rows of the tenant.</summary>
    public const string AmbiguousLookup = "AmbiguousLookup";

    /// <summary>A value of the row cannot be written, such as an invalid date or a value that the field does not accept.</summary>
    public const string InvalidValue = "InvalidValue";

    /// <summary>The object has no such field. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string UnknownField = "UnknownField";

    /// <summary>The field cannot be written: Gainsight or a formula sets it, or it accepts no inserts or no updates. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string ReadOnlyField = "ReadOnlyField";

    /// <summary>The value is null, and the field cannot be empty. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string NullValue = "NullValue";

    /// <summary>The text is longer than the field allows. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string ValueTooLong = "ValueTooLong";

    /// <summary>The field's picklist does not have the item. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string UnknownPicklistItem = "UnknownPicklistItem";

    /// <summary>The item of the picklist is not active. Found by <see cref="WriteOptions.Preflight"/>.</summary>
    public const string InactivePicklistItem = "InactivePicklistItem";

    /// <summary>An earlier row of the same write has the same reference id. In a stream, at least the last 10,000 rows are compared.</summary>
    public const string DuplicateReference = "DuplicateReference";

    /// <summary>An activity with the row's <c>ExternalId</c> exists already, or is earlier in the same input.</summary>
    public const string AlreadyExists = "AlreadyExists";

    /// <summary>The row was refused together with others, and the bad row was not found.</summary>
    public const string CallRefused = "CallRefused";

    /// <summary>Gainsight accepted the call, and a read did not show that it did all of what was asked.</summary>
    public const string NotConfirmed = "NotConfirmed";

    /// <summary>The connection broke or timed out while the row was being written.</summary>
    public const string TransportFailure = "TransportFailure";

    /// <summary>The operation was cancelled while the row was being written.</summary>
    public const string Canceled = "Canceled";
}
