namespace Gainsight.Client;

/// <summary>What reading back told of an insert whose answer was lost.</summary>
internal enum VerifiedInsert
{
    /// <summary>The rows are there and have their outcomes.</summary>
    Written,

    /// <summary>Two reads apart found none of them.</summary>
    Absent,

    /// <summary>The reads failed as well.</summary>
    Unclear,
}
