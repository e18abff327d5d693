namespace Gainsight.Client;

/// <summary>A column of an export: its field, and the field's type if it is known.</summary>
internal readonly record struct ExportColumn(string Name, DataType Type);
