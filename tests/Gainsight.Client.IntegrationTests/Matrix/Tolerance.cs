namespace Gainsight.Client.IntegrationTests.Matrix;

/// <summary>What may become of good rows on a tenant that does not say enough. What a report then says must still be true.</summary>
[Flags]
internal enum Tolerance
{
    None = 0,

    /// <summary>A row may be unknown.</summary>
    Unknown = 1,

    /// <summary>A row may be refused, and must then not be written.</summary>
    Failed = 2,

    /// <summary>The write may stop.</summary>
    Stop = 4,

    /// <summary>A new row may be told with the GSID of another: the answer lists GSIDs without values, so only their order says which is whose.</summary>
    OtherGsid = 8,
}
