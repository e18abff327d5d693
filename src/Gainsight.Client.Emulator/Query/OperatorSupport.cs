namespace Gainsight.Client.Emulator;

/// <summary>Whether the tenant supports a part of the query language that no source confirms.</summary>
public enum OperatorSupport
{
    /// <summary>It works.</summary>
    Honoured,

    /// <summary>It is accepted but has no effect.</summary>
    Ignored,

    /// <summary>The query fails with status 400.</summary>
    Refused,
}
