namespace Gainsight.Client;

/// <summary>A field that rows are ordered by, and the direction.</summary>
internal readonly record struct FieldOrder(Field Field, bool Descending);
