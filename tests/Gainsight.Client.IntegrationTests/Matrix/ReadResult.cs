namespace Gainsight.Client.IntegrationTests.Matrix;

/// <summary>The rows that a read had to return, and those that it returned, both as sorted texts.</summary>
internal sealed record ReadResult(IReadOnlyList<string> Expected, IReadOnlyList<string> Read)
{
    /// <summary>What is wrong, or null.</summary>
    public string? Problem
    {
        get
        {
            if (Expected.SequenceEqual(Read, StringComparer.Ordinal))
            {
                return null;
            }

            var missing = Expected.Except(Read, StringComparer.Ordinal).ToList();
            var other = Read.Except(Expected, StringComparer.Ordinal).ToList();
            return $"{Read.Count} of {Expected.Count} rows, {Read.Count - Read.Distinct(StringComparer.Ordinal).Count()} twice, missing {missing.Count} ({missing.FirstOrDefault()}), other {other.Count} ({other.FirstOrDefault()})";
        }
    }
}
