using System.Data;
using System.Data.Common;

#pragma warning disable CA1849 // The synchronous members are tested too.

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Rows for ADO.NET.</summary>
public sealed class DataReaderTests
{
    private static readonly Field[] Columns =
    [
        CompanyFields.Name, CompanyFields.Arr, CompanyFields.OriginalContractDate, CompanyFields.CreatedDate, CompanyFields.Stage, CompanyFields.Tags,
        Field.Custom<string>("Csm__gr.Email"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_data_table_loads_a_query_and_an_export_alike(bool exports)
    {
        await using var tenant = await Tenant.StartAsync();
        var user = tenant.Emulator.Object("GsUser").Rows[0];
        tenant.Companies.Insert(
            ("Name", "Acme, \"the\" first"), ("Arr", 125_000.50m), ("OriginalContractDate", new DateOnly(2026, 3, 31)), ("Stage", "Adopting"), ("Tags", new[] { "Beta", "Strategic" }), ("Csm", user.Gsid));
        tenant.Companies.Insert(("Name", "Empty"));
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(Columns).WithLabels();

        await using var reader = exports ? await query.ToDataReaderAsync(gainsight.Bulk.ExportAsync(query)) : await query.ToDataReaderAsync();
        using var table = new DataTable();
        table.Load(reader);

        table.Columns.Cast<DataColumn>().Select(column => (column.ColumnName, column.DataType)).Should().Equal(
            ("Name", typeof(string)), ("Arr", typeof(decimal)), ("OriginalContractDate", typeof(DateTime)), ("CreatedDate", typeof(DateTime)),
            ("Stage", typeof(string)), ("Tags", typeof(string)), ("Csm__gr.Email", typeof(string)));
        var acme = table.Rows.Cast<DataRow>().Single(row => ((string)row["Name"]).StartsWith("Acme", StringComparison.Ordinal));
        acme.ItemArray[..3].Should().Equal("Acme, \"the\" first", 125_000.50m, new DateTime(2026, 3, 31));
        ((DateTime)acme["CreatedDate"]).Should().BeCloseTo(tenant.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(10));
        acme.ItemArray[4..].Should().Equal("Adopting", "Beta;Strategic", user["Email"]);
        var empty = table.Rows.Cast<DataRow>().Single(row => (string)row["Name"] == "Empty");
        empty.ItemArray.Should().BeEquivalentTo([(object)"Empty", DBNull.Value, DBNull.Value, empty["CreatedDate"], DBNull.Value, DBNull.Value, DBNull.Value]);
    }

    [Fact]
    public async Task Types_come_from_the_tenant_for_fields_that_are_known_by_name_only()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Object("Asset__gc").Insert(("Name", "Press"), ("Seats__gc", 12));

        await using var reader = await tenant.CreateClient().Objects("Asset__gc").Query().Select("Name", "Seats__gc").ToDataReaderAsync();

        (await reader.ReadAsync()).Should().BeTrue();
        (reader.GetInt32(1), reader.GetFieldValue<long>(1), reader.GetValue(1), reader.GetDataTypeName(1)).Should().Be((12, 12L, 12m, "NUMBER"));
        reader.GetSchemaTable()!.Rows.Cast<DataRow>().Select(row => (row[SchemaTableColumn.ColumnName], row[SchemaTableColumn.DataType], row[SchemaTableColumn.AllowDBNull]))
            .Should().Equal(((object)"Name", (object)typeof(string), (object)true), ("Seats__gc", typeof(decimal), true));
    }

    [Fact]
    public async Task An_empty_result_has_columns_and_no_rows()
    {
        await using var tenant = await Tenant.StartAsync();

        await using var reader = await tenant.CreateClient().Companies.Query().Select(Columns).ToDataReaderAsync();

        (reader.HasRows, reader.FieldCount, reader.GetOrdinal("arr")).Should().Be((false, 7, 1));
        (await reader.ReadAsync()).Should().BeFalse();
        (await reader.ReadAsync()).Should().BeFalse();
        reader.Invoking(closed => closed.GetValue(0)).Should().Throw<InvalidOperationException>().WithMessage("*not at a row*");
    }

    [Fact]
    public async Task Values_are_read_in_several_types_and_a_wrong_type_names_the_column_only()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "secret"), ("Arr", 1.5m), ("OriginalContractDate", new DateOnly(2026, 3, 31)));

        await using var reader = await tenant.CreateClient().Companies.Query()
            .Select(CompanyFields.Name, CompanyFields.Arr, CompanyFields.OriginalContractDate, CompanyFields.Employees, CompanyFields.CreatedDate).ToDataReaderAsync();
        reader.HasRows.Should().BeTrue();
        reader.Read().Should().BeTrue();

        (reader.GetDouble(1), reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateTimeOffset>(2), reader.IsDBNull(3))
            .Should().Be((1.5, new DateOnly(2026, 3, 31), new DateTimeOffset(2026, 3, 31, 0, 0, 0, TimeSpan.Zero), true));
        (reader.GetDateTime(2).Kind, reader.GetDateTime(4).Kind).Should().Be((DateTimeKind.Unspecified, DateTimeKind.Utc));
        reader.GetChars(0, 1, new char[3], 0, 3).Should().Be(3);
        reader.Invoking(row => row.GetInt32(1)).Should().Throw<InvalidCastException>().WithMessage("*Arr*").Which.Message.Should().NotContain("1.5");
        reader.Invoking(row => row.GetDecimal(0)).Should().Throw<InvalidCastException>().Which.Message.Should().Contain("Name").And.NotContain("secret");
        reader.Invoking(row => row.GetInt32(3)).Should().Throw<InvalidCastException>().WithMessage("*Employees*DBNull*");
        reader.Invoking(row => row.GetOrdinal("Nothing")).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*Nothing*OriginalContractDate*");
    }

    [Fact]
    public async Task Pages_are_read_while_the_reader_moves_and_none_after_it_is_closed()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 5000);
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);

        await using var reader = await query.ToDataReaderAsync(query.ReadAsync(new ReadOptions { PageSize = 500 }));
        for (var i = 0; i < 700; i++)
        {
            await reader.ReadAsync();
        }

        await reader.CloseAsync();

        reader.IsClosed.Should().BeTrue();
        hook.Bodies.Should().HaveCountLessThanOrEqualTo(3);
        await reader.Awaiting(closed => closed.ReadAsync()).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task A_cancelled_move_ends_the_read()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 10);
        using var cancellation = new CancellationTokenSource();
        var query = tenant.CreateClient().Companies.Query().Select(CompanyFields.Name);
        await using var reader = await query.ToDataReaderAsync(query.ReadAsync(), cancellation.Token);
        await reader.ReadAsync();

        await cancellation.CancelAsync();

        await reader.Awaiting(moving => moving.ReadAsync()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_reader_whose_read_failed_does_not_pass_for_one_at_its_end()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 10);
        var query = tenant.CreateClient().Companies.Query().Select(CompanyFields.Name);
        await using var reader = await query.ToDataReaderAsync(FailingAsync(query));
        await reader.ReadAsync();

        await reader.Awaiting(moving => moving.ReadAsync()).Should().ThrowAsync<TimeoutException>();

        await reader.Awaiting(moving => moving.ReadAsync()).Should().ThrowAsync<InvalidOperationException>()
            .WithMessage("*earlier read*not all*").WithInnerException<InvalidOperationException, TimeoutException>();
    }

    [Fact]
    public async Task A_nullable_type_reads_null_and_numbers()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Employees", 40), ("OriginalContractDate", new DateOnly(2026, 3, 31)));

        await using var reader = await tenant.CreateClient().Companies.Query()
            .Select(CompanyFields.Employees, CompanyFields.OriginalContractDate, CompanyFields.RenewalDate, CompanyFields.Arr, CompanyFields.Industry).ToDataReaderAsync();
        await reader.ReadAsync();

        (reader.GetFieldValue<int?>(0), reader.GetFieldValue<DateOnly?>(1), reader.GetFieldValue<DateTime?>(2), reader.GetFieldValue<decimal?>(3))
            .Should().Be((40, new DateOnly(2026, 3, 31), null, null));
        reader.Invoking(row => row.GetFieldValue<bool?>(0)).Should().Throw<InvalidCastException>().WithMessage("*Employees*Boolean*");
        reader.Invoking(row => row.GetFieldValue<string>(4)).Should().Throw<InvalidCastException>().WithMessage("*Industry*DBNull*");
    }

    [Fact]
    public async Task A_closed_reader_says_that_it_is_closed()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 1);
        var reader = await tenant.CreateClient().Companies.Query().Select(CompanyFields.Name).ToDataReaderAsync();
        await reader.ReadAsync();

        await reader.CloseAsync();

        reader.Invoking(closed => closed.GetValue(0)).Should().Throw<InvalidOperationException>().WithMessage("*The reader is closed*");
        reader.Invoking(closed => closed.Read()).Should().Throw<ObjectDisposedException>().WithMessage("*The reader is closed*");
        reader.Invoking(closed => closed.GetOrdinal(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task A_wrong_name_is_named_when_the_reader_is_opened()
    {
        await using var tenant = await Tenant.StartAsync();

        var open = () => tenant.CreateClient().Companies.Query().Select("Nmae").ToDataReaderAsync();

        await open.Should().ThrowAsync<GainsightValidationException>().WithMessage("*Nmae*Name*");
    }

    private static async IAsyncEnumerable<Company> FailingAsync(RecordQuery<Company> query)
    {
        await foreach (var company in query.ReadAsync())
        {
            yield return company;
            throw new TimeoutException();
        }
    }
}
