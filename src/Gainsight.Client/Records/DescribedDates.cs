namespace Gainsight.Client;

/// <summary>The date fields of an object whose types only the tenant tells.</summary>
internal sealed class DescribedDates
{
    /// <summary>The names of the fields that hold days.</summary>
    public HashSet<string> Days { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the fields that hold points in time.</summary>
    public HashSet<string> Moments { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How the values of a field are written. A field of another type keeps its shape.</summary>
    public FieldShape ShapeOf(string field, FieldShape shape) =>
        Days.Contains(field) ? FieldShape.Date : Moments.Contains(field) ? FieldShape.DateTime : shape;
}
