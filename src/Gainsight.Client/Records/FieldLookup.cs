namespace Gainsight.Client;

/// <summary>A field of a record and its lookup.</summary>
internal sealed record FieldLookup(LookupField Field, Lookup Lookup);
