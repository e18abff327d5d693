namespace Gainsight.Client;

/// <summary>The type of a value that was set.</summary>
internal enum RecordValueKind : byte
{
    /// <summary>The field was removed from the record.</summary>
    Removed,

    /// <summary>Null.</summary>
    Null,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>An <see cref="int"/>.</summary>
    Int32,

    /// <summary>A <see cref="long"/>.</summary>
    Int64,

    /// <summary>A <see cref="decimal"/>.</summary>
    Decimal,

    /// <summary>A <see cref="double"/>, finite.</summary>
    Double,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>A <see cref="DateTimeOffset"/>.</summary>
    DateTime,

    /// <summary>The items of a multi-select.</summary>
    Items,

    /// <summary>A <see cref="System.Text.Json.JsonElement"/>.</summary>
    Json,
}
