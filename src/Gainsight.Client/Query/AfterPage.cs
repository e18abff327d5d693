namespace Gainsight.Client;

/// <summary>What a read does after a page.</summary>
internal enum AfterPage
{
    /// <summary>Reads until the end of the data is shown.</summary>
    Read,

    /// <summary>Reads until a page is empty, because a row that is not found is taken as missing.</summary>
    ProveAbsence,

    /// <summary>Every row asked for was found. A short page is enough, unless the tenant is known to return short pages.</summary>
    AllFound,

    /// <summary>Reads no further page.</summary>
    Stop,
}
