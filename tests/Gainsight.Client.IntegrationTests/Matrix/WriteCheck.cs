using System.Text;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Matrix;

/// <summary>Compares what a report says of each row with what the tenant has.</summary>
/// <param name="stored">The object that was written.</param>
/// <param name="keyField">The field that identifies a row.</param>
/// <param name="valueField">The field that has <paramref name="written"/> in each row that the write reached.</param>
/// <param name="written">The value of a row that was written.</param>
internal sealed class WriteCheck(EmulatedObject stored, string keyField, string valueField, object written)
{
    private readonly HashSet<string> _before = [.. stored.Rows.Select(row => Plain(row[keyField]))];

    /// <summary>The key as every tenant of the matrix compares it.</summary>
    public static string Plain(object? key) => $"{key}".Normalize(NormalizationForm.FormC).Trim().ToUpperInvariant();

    /// <summary>Returns what is wrong.</summary>
    /// <param name="report">What the write said.</param>
    /// <param name="keys">The key of each row, in the order of the rows.</param>
    /// <param name="bad">The rows that the tenant refuses.</param>
    /// <param name="tolerance">What may become of good rows.</param>
    public IEnumerable<string> Problems<T>(WriteReport<T> report, IReadOnlyList<string> keys, IReadOnlyCollection<int> bad, Tolerance tolerance)
    {
        var rows = stored.Rows.ToLookup(row => Plain(row[keyField]), StringComparer.Ordinal);
        if (report.StoppedBy is { } stop && !tolerance.HasFlag(Tolerance.Stop))
        {
            yield return $"stopped: {stop.GetType().Name} {stop.Message}";
        }

        if (!report.Rows.Select(row => row.Index).SequenceEqual(Enumerable.Range(0, keys.Count).Select(i => (long)i)))
        {
            yield return "the report does not have each row once, in order";
            yield break;
        }

        foreach (var doubled in rows.Where(same => same.Count() > 1))
        {
            yield return $"doubled {doubled.Key}: {doubled.Count()}";
        }

        for (var i = 0; i < keys.Count; i++)
        {
            EmulatedRow[] found = [.. rows[Plain(keys[i])]];
            if (Problem(report.Rows[i], found.FirstOrDefault(), _before.Contains(Plain(keys[i])), bad.Contains(i), tolerance) is { } problem)
            {
                yield return $"row {i}: {problem}; told {report.Rows[i]} {report.Rows[i].Errors.FirstOrDefault()?.Message}";
            }
        }
    }

    private string? Problem<T>(RowOutcome<T> told, EmulatedRow? row, bool wasThere, bool isBad, Tolerance tolerance)
    {
        var isWritten = row is not null && Equals(row[valueField], written);
        switch (told.Status)
        {
            case RowStatus.Deleted:
                return row is null ? null : "told deleted, but it is there";
            case RowStatus.Failed when !isBad && !tolerance.HasFlag(Tolerance.Failed):
                return "a good row failed";
            case RowStatus.NotAttempted when !tolerance.HasFlag(Tolerance.Stop):
                return "not attempted";
            case RowStatus.Failed or RowStatus.NotAttempted:
                return isWritten ? "told that nothing was written, but it was" : (row is not null) != wasThere ? "told that nothing was written, but the row came or went" : null;
            case RowStatus.Unknown:
                return tolerance.HasFlag(Tolerance.Unknown) || isBad ? null : "unknown";
            default:
                return isBad ? "a bad row succeeded"
                    : !isWritten ? "told written, but it is not"
                    : told.Gsid is { } gsid && gsid != row!.Gsid && !tolerance.HasFlag(Tolerance.OtherGsid) ? "the GSID of another row"
                    : told.Status == RowStatus.Inserted && wasThere ? "told inserted, but it was there"
                    : told.Status is RowStatus.Updated or RowStatus.Unchanged && !wasThere ? "told updated, but it was not there"
                    : null;
        }
    }
}
