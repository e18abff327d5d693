namespace Gainsight.Client.Benchmarks;

/// <summary>A way in which a team calls Gainsight without this library. They differ in how a call is made.</summary>
internal abstract class Peer : IWork
{
    public async Task<decimal> ReadPageAsync()
    {
        decimal sum = 0;
        foreach (var row in (await QueryAsync(CompanyQuery.Page).ConfigureAwait(false)).Records)
        {
            sum += row.Name!.Length + row.Arr!.Value + row.Employees!.Value + row.RenewalDate!.Value.Day + row.Stage!.Length + row.Custom!["Seats__gc"].GetDecimal();
        }

        return sum;
    }

    public async Task<int> WriteAsync()
    {
        var written = 0;
        foreach (var rows in CompanyRows.Pocos.Chunk(50))
        {
            written += (await InsertAsync(new CompanyBody([.. rows])).ConfigureAwait(false)).Records.Count;
        }

        return written;
    }

    public async Task<int> ReadOneAsync() => (await QueryAsync(CompanyQuery.ByName("Company 7")).ConfigureAwait(false)).Records.Count;

    public async Task<bool> UpsertOneAsync()
    {
        var found = (await QueryAsync(CompanyQuery.KeyOf("Company 7")).ConfigureAwait(false)).Records[0];
        var row = CompanyRows.Pocos[7];
        CompanyPoco update = new()
        {
            Gsid = found.Gsid,
            Industry = row.Industry,
            Stage = row.Stage,
            Arr = row.Arr,
            Employees = row.Employees,
            RenewalDate = row.RenewalDate,
        };
        return (await UpdateAsync(new CompanyBody([update])).ConfigureAwait(false)).Records.Count == 1;
    }

    /// <summary>Queries companies.</summary>
    protected abstract Task<CompanyAnswer> QueryAsync(CompanyQuery query);

    /// <summary>Updates companies by their GSID.</summary>
    protected abstract Task<CompanyAnswer> UpdateAsync(CompanyBody body);

    /// <summary>Inserts companies.</summary>
    protected abstract Task<CompanyAnswer> InsertAsync(CompanyBody body);
}
