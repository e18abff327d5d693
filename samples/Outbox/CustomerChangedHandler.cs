namespace Outbox;

/// <summary>The worker: sends customers that changed, 50 in a call.</summary>
public static class CustomerChangedHandler
{
    /// <summary>The application's key of a customer, so that one with a new name stays the same company.</summary>
    public static Field<string> Key { get; } = Field.Custom<string>("Customer_Id__gc");

    /// <summary>Sends the rows of customers as they are now. After an exception, the messages of the batch come again.</summary>
    public static async Task Handle(
        CustomerChanged[] changes,
        NpgsqlDataSource database,
        GainsightClient gainsight,
        WriteOptions options,
        CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var companies = await LockAndReadAsync([.. changes.Select(change => change.Id).Order()], connection, cancellationToken);
        var report = await gainsight.Companies.UpsertAsync(companies, Key, options, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        if (report.StoppedBy is not null && report.Unknown.Count == 0)
        {
            throw report.StoppedBy;
        }

        if (report.Failed.Count > 0 && report.Failed.Count == report.Unsuccessful.Count)
        {
            throw RefusedCustomers.Exception(changes, report.Failed);
        }

        report.EnsureSuccess();
    }

    /// <summary>
    /// Locks customers and reads them. The locks are held until the call has ended, so no other worker sends an older state of a
    /// customer after a newer one. They are not locks of the rows: the application can change them meanwhile.
    /// </summary>
    private static async Task<List<Company>> LockAndReadAsync(
        int[] ids, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string Lock = "select pg_advisory_xact_lock(hashtext('gainsight'), id) from unnest($1) as id";
        await using var locks = new NpgsqlCommand(Lock, connection) { Parameters = { new() { Value = ids } } };
        await locks.ExecuteNonQueryAsync(cancellationToken);

        const string Read = $"select id, name, stage, revenue from {OutboxHost.Schema}.customer where id = any($1)";
        await using var query = new NpgsqlCommand(Read, connection) { Parameters = { new() { Value = ids } } };
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        List<Company> companies = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            var company = new Company { Name = rows.GetString(1), Stage = rows.GetString(2), Arr = rows.GetDecimal(3) };
            company.Set(Key, $"{rows.GetInt32(0)}");
            companies.Add(company);
        }

        return companies;
    }
}
