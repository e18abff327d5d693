namespace Gainsight.Client;

/// <summary>The form in which the values of a field are written. Determined once for each token.</summary>
internal enum FieldShape : byte
{
    /// <summary>Values are written as they were loaded or set.</summary>
    AsIs,

    /// <summary>Values are written as days.</summary>
    Date,

    /// <summary>Values are written as points in time.</summary>
    DateTime,

    /// <summary>Values are written in the multi-select form of the tenant.</summary>
    MultiSelect,
}
