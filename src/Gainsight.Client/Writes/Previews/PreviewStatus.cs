namespace Gainsight.Client;

/// <summary>What a write would do with a row.</summary>
public enum PreviewStatus
{
    /// <summary>The row would fail. <see cref="RowPreview{T}.Errors"/> says why. Gainsight may refuse other rows too, which only the write shows.</summary>
    WouldFail,

    /// <summary>The row would be created.</summary>
    WouldInsert,

    /// <summary>The row exists and would be changed, or it is not known that it would not.</summary>
    WouldUpdate,

    /// <summary>The row exists and already has every value that would be sent.</summary>
    Unchanged,
}
