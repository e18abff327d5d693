using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Gainsight.Client.Tests.Query;

/// <summary>Data readers over given rows of an object with a field of each type.</summary>
internal sealed class DataReaderFixture : IDisposable
{
    public const int Name = 0;
    public const int Seats = 1;
    public const int InUse = 2;
    public const int Bought = 3;
    public const int Seen = 4;
    public const int Tags = 5;

    private readonly QueryFixture _fixture = new();

    public DataReaderFixture() => _fixture.Wire.Answer(StubHandler.Envelope(
        """
        [{"objectName":"Asset__gc","fields":[
            {"fieldName":"Name","dataType":"STRING"},{"fieldName":"Seats__gc","dataType":"NUMBER"},{"fieldName":"In_Use__gc","dataType":"BOOLEAN"},
            {"fieldName":"Bought__gc","dataType":"DATE"},{"fieldName":"Seen__gc","dataType":"DATETIME"},{"fieldName":"Tags__gc","dataType":"MULTISELECTDROPDOWNLIST"}]}]
        """));

    /// <summary>How often the rows were disposed.</summary>
    public int Disposals { get; private set; }

    /// <summary>A reader before the first of some rows of JSON.</summary>
    public Task<DbDataReader> OpenAsync(params string[] rows) => OpenAsync(RowsAsync(rows));

    public Task<DbDataReader> OpenAsync(IAsyncEnumerable<ObjectRecord> rows, CancellationToken cancellationToken = default) =>
        _fixture.Client.Objects("Asset__gc").Query().Select("Name", "Seats__gc", "In_Use__gc", "Bought__gc", "Seen__gc", "Tags__gc").ToDataReaderAsync(rows, cancellationToken);

    /// <summary>A reader at a row.</summary>
    public async Task<DbDataReader> AtAsync(string row)
    {
        var reader = await OpenAsync(row);
        await reader.ReadAsync();
        return reader;
    }

    /// <summary>Rows of JSON. After them, <paramref name="next"/> is awaited if there is one.</summary>
    public async IAsyncEnumerable<ObjectRecord> RowsAsync(
        string[] rows, Func<CancellationToken, Task>? next = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (var row in rows)
            {
                yield return Tests.Wire.Read<ObjectRecord>($"[{row}]")[0];
            }

            await (next?.Invoke(cancellationToken) ?? Task.CompletedTask);
        }
        finally
        {
            Disposals++;
        }
    }

    public void Dispose() => _fixture.Dispose();
}
