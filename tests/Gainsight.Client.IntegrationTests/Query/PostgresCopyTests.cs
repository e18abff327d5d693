using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Gainsight.Client.TestSupport;
using Npgsql;
using NpgsqlTypes;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>A binary import of PostgreSQL takes the rows of a data reader, from a query and from an export.</summary>
[SuppressMessage("Security", "CA2100", Justification = "The commands are constants of the tests.")]
public sealed class PostgresCopyTests
{
    private const int Rows = 6_000;

    [PostgresFact]
    public Task The_rows_of_a_query_arrive_with_their_types() => CopyAsync(exports: false);

    [PostgresFact]
    public Task The_rows_of_an_export_arrive_with_their_types() => CopyAsync(exports: true);

    private static async Task CopyAsync(bool exports)
    {
        await using var tenant = await Tenant.StartAsync();
        for (var i = 0; i < Rows; i++)
        {
            tenant.Companies.Insert(
                ("Name", $"Müller; \"{i}\""), ("Arr", i + 0.25m), ("OriginalContractDate", new DateOnly(2026, 3, 31).AddDays(i)), ("Stage", i % 2 == 0 ? "Adopting" : null), ("Tags", new[] { "Beta", "Strategic" }));
        }

        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query()
            .Select(CompanyFields.Gsid, CompanyFields.Name, CompanyFields.Arr, CompanyFields.OriginalContractDate, CompanyFields.CreatedDate, CompanyFields.Stage, CompanyFields.Tags).WithLabels();
        await using var connection = new NpgsqlConnection(PostgresFactAttribute.Connection);
        await connection.OpenAsync();
        await ExecuteAsync(connection, "create temporary table company (gsid text primary key, name text, arr numeric, signed date, created timestamptz, stage text, tags text)");

        await using (var reader = exports ? await query.ToDataReaderAsync(gainsight.Bulk.ExportAsync(query)) : await query.ToDataReaderAsync())
        await using (var importer = await connection.BeginBinaryImportAsync("copy company from stdin (format binary)"))
        {
            await ImportAsync(reader, importer);
            await importer.CompleteAsync();
        }

        (await ScalarAsync(connection, "select count(*) from company")).Should().Be((long)Rows);
        (await ScalarAsync(connection, "select sum(arr) from company")).Should().Be(Enumerable.Range(0, Rows).Sum(i => i + 0.25m));
        (await ScalarAsync(connection, "select signed::text from company where arr = 1.25")).Should().Be("2026-04-01");
        (await ScalarAsync(connection, "select name || '|' || stage || '|' || tags from company where arr = 2.25")).Should().Be("Müller; \"2\"|Adopting|Beta;Strategic");
        (await ScalarAsync(connection, "select count(*) from company where stage is null")).Should().Be(Rows / 2L);
        var created = tenant.Companies.Rows[0]["CreatedDate"];
        ((DateTime)(await ScalarAsync(connection, "select min(created) from company"))!).Should().BeCloseTo(((DateTimeOffset)created!).UtcDateTime, TimeSpan.FromSeconds(1));
    }

    /// <summary>As the recipe does it. Only a day must be named: ADO.NET has no type for it.</summary>
    private static async Task ImportAsync(DbDataReader reader, NpgsqlBinaryImporter importer)
    {
        while (await reader.ReadAsync())
        {
            await importer.StartRowAsync();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetDataTypeName(i) == "DATE" && !await reader.IsDBNullAsync(i))
                {
                    await importer.WriteAsync(reader.GetDateTime(i), NpgsqlDbType.Date);
                }
                else
                {
                    await importer.WriteAsync(reader.GetValue(i));
                }
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync();
    }
}
