namespace Gainsight.Client.Emulator;

/// <summary>Compares two values of a field: text by code unit, and empty values first.</summary>
internal static class ValueComparer
{
    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.CompareOrdinal(a, b),
        _ => ((IComparable)left).CompareTo(right),
    };
}
