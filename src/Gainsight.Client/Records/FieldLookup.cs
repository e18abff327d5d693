namespace Gainsight.Client;

/// <summary>A field of a record, and the lookup that stands in it.</summary>
internal sealed record FieldLookup(LookupField Field, Lookup Lookup);
