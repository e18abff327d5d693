using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>A data reader over records. It reads the first row when it is opened, so that <see cref="HasRows"/> is known and errors show early.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Data readers are enumerable, and are not named collections.")]
internal sealed partial class RecordDataReader<T> : DbDataReader
    where T : GainsightRecord
{
    private readonly IAsyncEnumerator<T> _rows;
    private readonly RecordColumn[] _columns;
    private readonly CancellationTokenSource _reading;
    private T? _current;
    private bool _isBeforeFirst = true;
    private bool _hasRows;
    private bool _isClosed;
    private Exception? _failure;

    private RecordDataReader(IAsyncEnumerable<T> rows, RecordColumn[] columns, CancellationToken cancellationToken)
    {
        _reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _rows = rows.GetAsyncEnumerator(_reading.Token);
        _columns = columns;
    }

    public override int Depth => 0;

    public override int FieldCount => _columns.Length;

    public override bool HasRows => _hasRows;

    public override bool IsClosed => _isClosed;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    private T Row => _isClosed ? throw Closed()
        : _isBeforeFirst || _current is null
        ? throw new InvalidOperationException("The reader is not at a row. Call ReadAsync first, and read values only while it returns true.")
        : _current;

    /// <summary>Opens the reader and reads the first row.</summary>
    public static async Task<DbDataReader> OpenAsync(IAsyncEnumerable<T> rows, RecordColumn[] columns, CancellationToken cancellationToken)
    {
        var reader = new RecordDataReader<T>(rows, columns, cancellationToken);
        try
        {
            await reader.MoveAsync().ConfigureAwait(false);
            reader._hasRows = reader._current is not null;
            return reader;
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override bool Read() => ReadAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_isClosed)
        {
            throw Closed();
        }

        if (_failure is not null)
        {
            // A second try that returned false would pass for the end of the rows.
            throw new InvalidOperationException("An earlier read of this reader failed, so it cannot go on. The rows until then are valid, but not all. Open a new reader.", _failure);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (_isBeforeFirst)
        {
            _isBeforeFirst = false;
            return _current is not null;
        }

        if (_current is null)
        {
            return false;
        }

        var registration = cancellationToken.UnsafeRegister(static reading => ((CancellationTokenSource)reading!).Cancel(), _reading);
        await using (registration.ConfigureAwait(false))
        {
            await MoveAsync().ConfigureAwait(false);
        }

        return _current is not null;
    }

    public override bool NextResult() => false;

    public override void Close() => CloseAsync().GetAwaiter().GetResult();

    public override async Task CloseAsync()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _current = null;
            await _rows.DisposeAsync().ConfigureAwait(false);
            _reading.Dispose();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    private async Task MoveAsync()
    {
        // A row that cannot be read is none.
        _current = null;
        try
        {
            _current = await _rows.MoveNextAsync().ConfigureAwait(false) ? _rows.Current : null;
        }
        catch (Exception failure)
        {
            _failure = failure;
            throw;
        }
    }

    private static ObjectDisposedException Closed() => new("DbDataReader", "The reader is closed.");
}
