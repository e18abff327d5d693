namespace Gainsight.Client;

/// <summary>What a write would do with a row.</summary>
public enum PreviewStatus
{
    /// <summary>The row would fail; <see cref="RowPreview{T}.Errors"/> says why. Gainsight may refuse others as well, which only the write can tell.</summary>
    WouldFail,

    /// <summary>The row would be created.</summary>
    WouldInsert,

    /// <summary>The row is there and would be changed, or nothing tells that it would not.</summary>
    WouldUpdate,

    /// <summary>The row is there and already has every value that would be sent.</summary>
    Unchanged,
}
