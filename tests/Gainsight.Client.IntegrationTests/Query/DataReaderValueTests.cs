using System.Data;
using System.Data.Common;

#pragma warning disable CA1849 // The synchronous members are tested too.

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Each way in which ADO.NET reads a value, and the end of a reader.</summary>
public sealed class DataReaderValueTests
{
    [Fact]
    public async Task Whole_numbers_are_read_in_every_type_that_can_hold_them()
    {
        await using var reader = await ReaderAsync(new Company { Arr = 255 }, new Company { Arr = 0 });

        reader.Read();
        (reader.GetByte(1), reader.GetInt16(1), reader.GetInt32(1), reader.GetInt64(1), reader.GetFloat(1), reader.GetDouble(1)).Should().Be((255, 255, 255, 255, 255, 255));
        (reader.GetFieldValue<byte>(1), reader.GetFieldValue<short>(1), reader.GetFieldValue<int>(1), reader.GetFieldValue<long>(1), reader.GetFieldValue<float>(1), reader.GetFieldValue<double>(1))
            .Should().Be((255, 255, 255, 255, 255, 255));
        reader.Read();
        reader.GetByte(1).Should().Be(0);
    }

    [Theory]
    [InlineData(256)]
    [InlineData(-1)]
    [InlineData(1.5)]
    public async Task A_number_that_a_type_cannot_hold_is_refused_without_its_value(double number)
    {
        await using var reader = await ReaderAsync(new Company { Arr = (decimal)number });
        reader.Read();

        reader.Invoking(row => row.GetByte(1)).Should().Throw<InvalidCastException>().WithMessage("The value of the column Arr (Decimal) cannot be read as a whole number of this size.");
        reader.Invoking(row => row.GetFieldValue<byte>(1)).Should().Throw<InvalidCastException>();
    }

    [Fact]
    public async Task A_text_is_read_in_parts()
    {
        await using var reader = await ReaderAsync(new Company { Name = "Acme" });
        reader.Read();
        var buffer = "......".ToCharArray();

        reader.GetChars(0, 0, buffer: null, 0, 0).Should().Be(4);
        reader.GetChars(0, 1, buffer, 2, 2).Should().Be(2);
        new string(buffer).Should().Be("..cm..");
        reader.GetChars(0, 0, buffer, 3, 9).Should().Be(3, "the buffer ends");
        new string(buffer).Should().Be("..cAcm");
        reader.GetChars(0, 3, buffer, 0, 6).Should().Be(1, "the text ends");
        new string(buffer).Should().Be("e.cAcm");
        reader.GetChars(0, 9, buffer, 0, 6).Should().Be(0);
        reader.Invoking(row => row.GetChars(0, -1, buffer, 0, 1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("dataOffset");
        reader.Invoking(row => row.GetChars(0, 0, buffer, -1, 1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("bufferOffset");
        reader.Invoking(row => row.GetChars(0, 0, buffer, 7, 1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("bufferOffset");
        reader.Invoking(row => row.GetChars(0, 0, buffer, 0, -1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("length");
        reader.Invoking(row => row.GetBytes(0, 0, buffer: null, 0, 0)).Should().Throw<InvalidCastException>().WithMessage("*Name (String) cannot be read as Byte[[]].");
    }

    [Fact]
    public async Task The_values_of_a_row_fill_an_array_of_any_length()
    {
        await using var reader = await ReaderAsync(new Company { Name = "Acme", Arr = 7 });
        reader.Read();
        var one = new object[1];
        var three = new object[3];

        (reader.GetValues(one), reader.GetValues(three), reader.RecordsAffected, reader.GetOrdinal("Name"), reader["arr"]).Should().Be((1, 2, -1, 0, 7m));

        one.Should().Equal("Acme");
        three.Should().Equal("Acme", 7m, null);
        reader.Invoking(row => row.GetValues(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task The_schema_has_the_types_of_the_tenant()
    {
        await using var reader = await ReaderAsync();
        using var schema = reader.GetSchemaTable()!;

        schema.TableName.Should().Be("SchemaTable");
        schema.Rows.Cast<DataRow>().Select(row => (row["DataTypeName"], row[SchemaTableColumn.ColumnSize], row[SchemaTableColumn.IsLong])).Should().Equal(("STRING", -1, false), ("CURRENCY", -1, false));
    }

    [Fact]
    public async Task A_move_with_a_cancelled_token_loses_no_row()
    {
        await using var reader = await ReaderAsync(new Company { Name = "Acme" });
        using CancellationTokenSource cancellation = new();
        await cancellation.CancelAsync();

        await reader.Awaiting(moving => moving.ReadAsync(cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();

        (await reader.ReadAsync(CancellationToken.None)).Should().BeTrue();
        reader.GetString(0).Should().Be("Acme");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reader_that_is_closed_or_disposed_ends_the_read_once(bool isDisposed)
    {
        await using var tenant = await Tenant.StartAsync();
        Rows rows = new([new Company(), new Company()]);
        var reader = await tenant.CreateClient().Companies.Query().Select(CompanyFields.Name).ToDataReaderAsync(rows);

        await (isDisposed ? reader.DisposeAsync().AsTask() : reader.CloseAsync());
        await reader.DisposeAsync();

        (rows.Ended, reader.IsClosed).Should().Be((1, true));
    }

    [Fact]
    public async Task A_reader_whose_first_row_cannot_be_read_ends_the_read()
    {
        await using var tenant = await Tenant.StartAsync();
        Rows rows = new([]) { Failure = new TimeoutException() };

        await FluentActions.Awaiting(() => tenant.CreateClient().Companies.Query().Select(CompanyFields.Name).ToDataReaderAsync(rows)).Should().ThrowAsync<TimeoutException>();

        rows.Ended.Should().Be(1);
    }

    private static async Task<DbDataReader> ReaderAsync(params Company[] companies)
    {
        // What the columns are is asked when the reader is opened.
        await using var tenant = await Tenant.StartAsync();
        return await tenant.CreateClient().Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr).ToDataReaderAsync(new Rows(companies));
    }

    private sealed class Rows(Company[] companies) : IAsyncEnumerable<Company>, IAsyncEnumerator<Company>
    {
        private int _index = -1;

        public int Ended { get; private set; }

        public Exception? Failure { get; init; }

        public Company Current => companies[_index];

        public IAsyncEnumerator<Company> GetAsyncEnumerator(CancellationToken cancellationToken) => this;

        public ValueTask<bool> MoveNextAsync() => Failure is { } failure ? ValueTask.FromException<bool>(failure) : new(++_index < companies.Length);

        public ValueTask DisposeAsync()
        {
            Ended++;
            return default;
        }
    }
}
