namespace Gainsight.Client;

/// <summary>How well a fact of the wire is known. No source describes the whole API, so every route states its confidence.</summary>
internal enum Confidence
{
    /// <summary>A page or a sample of Gainsight's documentation says so.</summary>
    Official,

    /// <summary>Code or captures that ran against a real tenant show it.</summary>
    Live,

    /// <summary>A third party says so, or a shortened copy of the official page.</summary>
    ThirdParty,

    /// <summary>Concluded from facts of the levels above.</summary>
    Inferred,

    /// <summary>A guess, because no source was found.</summary>
    Unknown,
}
