using System.Data;
using System.Data.Common;

#pragma warning disable CA1849 // The synchronous members are tested too.

namespace Gainsight.Client.Tests.Query;

/// <summary>How a bulk copy moves a data reader over its rows.</summary>
public sealed class RecordDataReaderTests : IDisposable
{
    private readonly DataReaderFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Columns_have_their_names_types_and_ordinals_before_the_first_row()
    {
        await using var reader = await _fixture.OpenAsync();

        reader.FieldCount.Should().Be(6);
        Enumerable.Range(0, 6).Select(i => (reader.GetName(i), reader.GetFieldType(i), reader.GetDataTypeName(i))).Should().Equal(
            ("Name", typeof(string), "STRING"), ("Seats__gc", typeof(decimal), "NUMBER"), ("In_Use__gc", typeof(bool), "BOOLEAN"),
            ("Bought__gc", typeof(DateTime), "DATE"), ("Seen__gc", typeof(DateTime), "DATETIME"), ("Tags__gc", typeof(string), "MULTISELECTDROPDOWNLIST"));
        (reader.GetOrdinal("Tags__gc"), reader.GetOrdinal("tags__GC")).Should().Be((5, 5));
    }

    [Fact]
    public async Task Of_two_columns_that_differ_in_case_only_the_one_that_is_spelled_so_is_found()
    {
        using QueryFixture fixture = new();
        fixture.Describe("[]", ("Asset__gc", """{"fieldName":"NAME","dataType":"STRING"},{"fieldName":"Name","dataType":"STRING"}"""));

        await using var reader = await fixture.Client.Objects("Asset__gc").Query().ToDataReaderAsync(_fixture.RowsAsync([]));

        Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Should().Equal("NAME", "Name");
        (reader.GetOrdinal("NAME"), reader.GetOrdinal("Name"), reader.GetOrdinal("name")).Should().Be((0, 1, 0));
    }

    [Fact]
    public async Task The_schema_table_describes_each_column_without_a_length()
    {
        await using var reader = await _fixture.OpenAsync();

        var schema = reader.GetSchemaTable()!;

        schema.Rows.Should().HaveCount(6);
        foreach (var row in schema.Rows.Cast<DataRow>())
        {
            var ordinal = (int)row[SchemaTableColumn.ColumnOrdinal];
            row[SchemaTableColumn.ColumnName].Should().Be(reader.GetName(ordinal));
            row[SchemaTableColumn.DataType].Should().Be(reader.GetFieldType(ordinal));
            row[SchemaTableColumn.ProviderType].Should().Be(reader.GetDataTypeName(ordinal));
            row["DataTypeName"].Should().Be(reader.GetDataTypeName(ordinal));
            (row[SchemaTableColumn.ColumnSize], row[SchemaTableColumn.AllowDBNull], row[SchemaTableColumn.IsLong]).Should().Be((-1, true, false));
        }
    }

    [Fact]
    public async Task A_wrong_column_name_is_told_with_the_names_that_exist()
    {
        await using var reader = await _fixture.OpenAsync();

        reader.Invoking(row => row.GetOrdinal("Price")).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*Price*Name, Seats__gc, In_Use__gc*").WithParameterName("name");
        reader.Invoking(row => row.GetOrdinal(null!)).Should().Throw<ArgumentNullException>().WithParameterName("name");
    }

    [Fact]
    public async Task A_reader_has_one_flat_result_that_changed_no_rows()
    {
        await using var reader = await _fixture.OpenAsync("""{"Name":"Press"}""");

        (reader.Depth, reader.RecordsAffected, reader.HasRows, reader.NextResult(), reader.IsClosed).Should().Be((0, -1, true, false, false));
    }

    [Fact]
    public async Task Rows_come_one_by_one_to_the_end_and_not_again()
    {
        await using var reader = await _fixture.OpenAsync("""{"Name":"Press"}""", """{"Name":"Drill"}""");
        List<string> names = [];

        while (reader.Read())
        {
            names.Add(reader.GetString(DataReaderFixture.Name));
        }

        names.Should().Equal("Press", "Drill");
        reader.Read().Should().BeFalse();
        reader.HasRows.Should().BeTrue("it had rows");
        reader.Invoking(row => row.GetValue(0)).Should().Throw<InvalidOperationException>().WithMessage("*not at a row*ReadAsync*");
    }

    [Fact]
    public async Task A_value_before_the_first_move_is_refused()
    {
        await using var reader = await _fixture.OpenAsync("""{"Name":"Press"}""");

        reader.Invoking(row => row.GetValue(0)).Should().Throw<InvalidOperationException>().WithMessage("*not at a row*ReadAsync*");
    }

    [Fact]
    public async Task A_reader_can_be_enumerated_and_stays_open()
    {
        await using var reader = await _fixture.OpenAsync("""{"Name":"Press"}""", """{"Name":"Drill"}""");

        reader.Cast<IDataRecord>().Select(row => row["Name"]).ToList().Should().Equal("Press", "Drill");

        reader.IsClosed.Should().BeFalse();
    }

    [Fact]
    public async Task Closing_ends_the_read_once()
    {
        var reader = await _fixture.OpenAsync("""{"Name":"Press"}""", """{"Name":"Drill"}""");
        _fixture.Disposals.Should().Be(0);

        reader.Close();
        reader.Close();
        await reader.DisposeAsync();

        (reader.IsClosed, _fixture.Disposals).Should().Be((true, 1));
    }

    [Fact]
    public async Task Disposing_ends_the_read()
    {
        var reader = await _fixture.OpenAsync("""{"Name":"Press"}""", """{"Name":"Drill"}""");

        await reader.DisposeAsync();

        (reader.IsClosed, _fixture.Disposals).Should().Be((true, 1));
    }

    [Fact]
    public async Task A_read_that_fails_at_once_is_ended_before_it_is_reported()
    {
        var open = () => _fixture.OpenAsync(_fixture.RowsAsync([], _ => throw new TimeoutException()));

        await open.Should().ThrowAsync<TimeoutException>();
        _fixture.Disposals.Should().Be(1);
    }

    [Fact]
    public async Task After_a_failure_there_is_no_row_and_every_move_says_why()
    {
        await using var reader = await _fixture.OpenAsync(_fixture.RowsAsync(["""{"Name":"Press"}"""], _ => throw new TimeoutException()));
        reader.Read().Should().BeTrue();

        reader.Invoking(moving => moving.Read()).Should().Throw<TimeoutException>();

        reader.Invoking(row => row.GetValue(0)).Should().Throw<InvalidOperationException>();
        reader.Invoking(moving => moving.Read()).Should().Throw<InvalidOperationException>()
            .WithMessage("*earlier read*not all*new reader*").WithInnerException<TimeoutException>();
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_stops_a_move_and_the_reader_goes_on()
    {
        await using var reader = await _fixture.OpenAsync("""{"Name":"Press"}""");

        await reader.Awaiting(moving => moving.ReadAsync(new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        (await reader.ReadAsync()).Should().BeTrue();
        reader.GetString(DataReaderFixture.Name).Should().Be("Press");
    }

    [Fact]
    public async Task A_token_that_is_cancelled_during_a_move_ends_the_read()
    {
        using CancellationTokenSource cancellation = new();
        await using var reader = await _fixture.OpenAsync(_fixture.RowsAsync(["""{"Name":"Press"}"""], token => Task.Delay(Timeout.Infinite, token)));
        await reader.ReadAsync();

        var moving = reader.ReadAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => moving).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_token_of_an_earlier_move_no_longer_cancels_the_read()
    {
        using CancellationTokenSource cancellation = new();
        TaskCompletionSource end = new();
        await using var reader = await _fixture.OpenAsync(_fixture.RowsAsync(["""{"Name":"Press"}""", """{"Name":"Drill"}"""], token => end.Task.WaitAsync(token)));
        await reader.ReadAsync();
        await reader.ReadAsync(cancellation.Token);
        await cancellation.CancelAsync();

        var last = reader.ReadAsync();
        end.SetResult();

        (await last).Should().BeFalse();
    }
}
