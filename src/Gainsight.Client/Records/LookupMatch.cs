namespace Gainsight.Client;

/// <summary>A field of the object that a lookup points to, and the value that it must have.</summary>
internal sealed record LookupMatch(Field Field, string Value);
