namespace Gainsight.Client;

/// <summary>How well a fact of the wire is known. No source lists the whole API, so every route says which it is.</summary>
internal enum Confidence
{
    /// <summary>Read on a page or in a sample of Gainsight's documentation.</summary>
    Official,

    /// <summary>Seen in code or captures that ran against a real tenant.</summary>
    Live,

    /// <summary>Told by a third party, or a condensed copy of the official page.</summary>
    ThirdParty,

    /// <summary>Concluded from the above.</summary>
    Inferred,

    /// <summary>A guess where nothing was found.</summary>
    Unknown,
}
