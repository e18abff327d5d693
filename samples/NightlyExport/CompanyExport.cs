using System.Diagnostics.CodeAnalysis;
using Gainsight.Client;
using Microsoft.Data.Sqlite;

namespace NightlyExport;

/// <summary>Brings a table up to date with what changed in Gainsight since the last run.</summary>
internal sealed class CompanyExport(GainsightClient gainsight, SqliteConnection database)
{
    /// <summary>Runs one night. A run that ends early is continued by the next one, because rows and checkpoint are committed together.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Execute("CREATE TABLE IF NOT EXISTS company (gsid TEXT PRIMARY KEY, name TEXT, arr TEXT, renewal TEXT); CREATE TABLE IF NOT EXISTS checkpoint (feed TEXT PRIMARY KEY, value TEXT)");
        var since = Execute("SELECT value FROM checkpoint WHERE feed = 'company'") is string text ? ChangeCheckpoint.Parse(text) : ChangeCheckpoint.Beginning;
        try
        {
            await CopyAsync(since, cancellationToken);
        }
        catch (ChangeCheckpointExpiredException)
        {
            // No run for 15 days: Gainsight no longer knows every deletion, so the copy starts again.
            Execute("DELETE FROM company; DELETE FROM checkpoint");
            await CopyAsync(ChangeCheckpoint.Beginning, cancellationToken);
        }
    }

    private async Task CopyAsync(ChangeCheckpoint since, CancellationToken cancellationToken)
    {
        var query = gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr, CompanyFields.RenewalDate);
        await foreach (var changes in gainsight.Changes.ReadAsync(query, since, cancellationToken).Chunk(size: 500).WithCancellation(cancellationToken))
        {
            await using var transaction = await database.BeginTransactionAsync(cancellationToken);
            Array.ForEach(changes, Apply);
            Execute("INSERT OR REPLACE INTO checkpoint VALUES ('company', $1)", changes[^1].Checkpoint.ToString());
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private void Apply(Change<Company> change)
    {
        if (change.Record is { } company)
        {
            Execute("INSERT OR REPLACE INTO company VALUES ($1, $2, $3, $4)", change.Gsid, company.Name, company.Arr, company.RenewalDate);
        }
        else if (change.Kind == ChangeKind.Deleted)
        {
            Execute("DELETE FROM company WHERE gsid = $1", change.Gsid);
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of this class.")]
    private object? Execute(string sql, params object?[] values)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(values.Select((value, index) => new SqliteParameter($"${index + 1}", value ?? DBNull.Value)));
        return command.ExecuteScalar();
    }
}
