namespace Gainsight.Client;

/// <summary>How the values of a field are brought into shape when they are written; worked out once for each token.</summary>
internal enum FieldShape : byte
{
    /// <summary>Values go out as they came or were set.</summary>
    AsIs,

    /// <summary>Values go out as days.</summary>
    Date,

    /// <summary>Values go out as points in time.</summary>
    DateTime,

    /// <summary>Values go out in the multi-select form of the tenant.</summary>
    MultiSelect,
}
