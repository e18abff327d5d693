namespace Gainsight.Client;

/// <summary>What reading back told of the rows of an insert that were not found.</summary>
internal enum VerifiedInsert
{
    /// <summary>There are none: every row is there.</summary>
    Written,

    /// <summary>They were not written, and may be sent again.</summary>
    Absent,

    /// <summary>It cannot be told whether they were written.</summary>
    Unclear,
}
