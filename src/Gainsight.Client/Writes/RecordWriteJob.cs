using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Inserts, updates and upserts of records: how they are checked, and which call carries them.</summary>
internal partial class RecordWriteJob<T> : WriteJob<T>
    where T : GainsightRecord, new()
{
    /// <summary>The rows of one keyed read, enough for ten full calls.</summary>
    private const int ReadBlock = 500;

    private readonly ClientContext _context;
    private readonly ObjectDefinition _definition;
    private readonly RecordWriteKind _kind;
    private readonly IdentifierKeys? _keys;
    private readonly KeyFinder? _finder;
    private readonly LookupField? _owner;
    private readonly RowComparer? _comparer;
    private readonly RecordPreflight? _preflight;
    private readonly DescribedFormat _format;

    /// <summary>Prepares a write.</summary>
    /// <param name="context">The client.</param>
    /// <param name="definition">The object.</param>
    /// <param name="kind">What is done with the rows.</param>
    /// <param name="keys">The identifier keys. For an insert, the keys to verify it by.</param>
    /// <param name="options">The caller's options.</param>
    /// <param name="isPreview">Whether nothing is written and every change is wanted.</param>
    /// <exception cref="ArgumentException">The keys cannot be used for this kind of write.</exception>
    public RecordWriteJob(
        ClientContext context, ObjectDefinition definition, RecordWriteKind kind, IdentifierKeys? keys, WriteOptions options, bool isPreview = false)
    {
        if (kind != RecordWriteKind.Update && keys?.Any(key => key.IsNamed(SystemFields.Gsid.Name)) == true)
        {
            throw new ArgumentException(
                kind == RecordWriteKind.Upsert
                    ? "An upsert cannot use Gsid as a key, because a new row has none. Use UpdateAsync, or name another key."
                    : "VerifyBy cannot be Gsid, because a new row has none. Name another key.",
                nameof(keys));
        }

        _context = context;
        _definition = definition;
        _format = new DescribedFormat(context, definition, context.Format);
        _kind = kind;
        if (keys is not null)
        {
            // A key given by its name alone gets the type of the object's own field.
            _keys = IdentifierKeys.Create([.. keys.Select(key => definition.Find(key.Name) ?? key)]);
            _finder = new KeyFinder(context, definition, _keys);
            if (kind == RecordWriteKind.Update && _keys.FirstOrDefault(key => key.DataType == DataType.Lookup) is { } lookup)
            {
                throw new ArgumentException(
                    $"{lookup} is a lookup, which Gainsight does not accept as the key of an update. Update by Gsid, or use UpsertAsync, which reads the keys itself.",
                    nameof(keys));
            }

            _owner = kind == RecordWriteKind.Upsert && definition.Owner is { } owner && !_keys.Any(key => key.IsNamed(owner.Name)) ? owner : null;
        }

        var compares = isPreview || (options.SkipUnchanged && kind != RecordWriteKind.Insert);
        _preflight = isPreview || options.Preflight ? new RecordPreflight(context, definition, Keys) : null;
        _comparer = compares ? new RowComparer(context, definition, Keys, isPreview) : null;
    }

    public override int CallSize => _definition.CallSize;

    public override int BlockSize => _kind == RecordWriteKind.Insert ? CallSize : ReadBlock;

    public override string ObjectName => _definition.Name;

    public override IReadOnlyList<Field> Keys => _keys ?? base.Keys;

    public override bool CanCheckFirst => true;

    public override bool KeepsOrder
    {
        get => !_context.ShufflesAnswers;
        set => _context.ShufflesAnswers |= !value;
    }

    /// <summary>Whether the object API carries the writes, so that metadata which says that the object is read-only applies to them.</summary>
    public bool UsesRecordApi { get; init; }

    /// <summary>Whether an update reads its keys first and then updates by GSID: Gainsight does not accept Salesforce ids as the keys of a call.</summary>
    private bool IsResolved => UsesRecordApi && _kind == RecordWriteKind.Update && _keys!.Any(key => key.DataType == DataType.SfdcId);

    /// <summary>Whether the data of a refusal still tells what became of each record.</summary>
    protected virtual Func<ReadOnlyMemory<byte>, bool>? TellsOfRecords => null;

    public override RecordError? Check(T? row)
    {
        if (row is null)
        {
            return new(RecordErrorCodes.NullRow, "The row is null.");
        }

        // The preflight reports missing values together with the row's other problems.
        return _kind != RecordWriteKind.Insert ? _keys!.Check(row, _context.Format) : _preflight is null ? CheckRequired(row) : null;
    }

    public override string? KeyOf(T row) => _kind == RecordWriteKind.Insert ? null : _keys!.ValuesOf(row, _context.Format);

    public override async Task ResolveAsync(IReadOnlyList<WriteRow<T>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        if (_owner is not null)
        {
            RefuseMixedOwners(block, _owner);
        }

        WriteRow<T>[] open = [.. block.Where(row => row.Outcome is null)];
        var found = _kind == RecordWriteKind.Upsert || (_kind == RecordWriteKind.Update && (_comparer is not null || IsResolved))
            ? await FindByKeysAsync(open, calls, cancellationToken).ConfigureAwait(false)
            : null;
        JoinFound(open, found);
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i].IsCarried || open[i].Outcome is not null)
            {
                continue;
            }

            try
            {
                Resolve(open[i], found?[i] ?? []);
            }
            catch (GainsightProtocolException exception)
            {
                // A loaded value that is not valid text, in rows that are merged.
                Refuse(open[i], [Outcomes.Unwritable(exception)]);
            }
        }

        if (_comparer is not null)
        {
            await SettleUnchangedAsync(open, _comparer, cancellationToken).ConfigureAwait(false);
        }
        else if (_kind == RecordWriteKind.Update)
        {
            await SettleUnsentAsync(open, calls, cancellationToken).ConfigureAwait(false);
        }

        await LearnDatesAsync(open, cancellationToken).ConfigureAwait(false);
    }

    public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<T>> rows, RequestLane lane, CallCounter calls)
    {
        var mode = rows[0].Mode;
        var isInsert = mode == WriteMode.Insert;
        return new ApiRequest
        {
            Operation = isInsert ? _definition.Routes.Insert : _definition.Routes.Update,
            Object = _definition.Name,
            Query = QueryOf(isInsert ? null : mode == WriteMode.UpdateByGsid ? IdentifierKeys.Gsid : _keys),
            Body = JsonBody.Create((this, rows, isInsert), static (writer, state) => state.Item1.WriteBody(writer, state.rows, state.isInsert)),
            Lane = lane,
            RecordCount = rows.Count,
            TellsOfRecords = TellsOfRecords,
            Calls = calls,
        };
    }

    /// <summary>The query of a call. For an update it names the keys.</summary>
    protected virtual string? QueryOf(IdentifierKeys? keys) => keys is null ? null : "keys=" + keys.Names;

    /// <summary>Checks that a new row has what it needs.</summary>
    protected virtual RecordError? CheckRequired(T row)
    {
        for (var i = 0; i < _definition.Required.Count; i++)
        {
            if (_definition.Required[i] is var field && row.Lacks(field, _context.Format))
            {
                return new(RecordErrorCodes.MissingRequiredField, $"A new row of {_definition.Name} needs a value in {field}.", field.Name);
            }
        }

        return null;
    }

    /// <summary>
    /// Reads which rows of the tenant have the keys. Reads again when a row that was just inserted is missing. A row whose read alone is refused by
    /// something on the way is not sent.
    /// </summary>
    private async Task<IReadOnlyList<KeyFinder.Row>[]> FindByKeysAsync(WriteRow<T>[] block, CallCounter calls, CancellationToken cancellationToken)
    {
        GainsightRecord[] records = [.. block.Select(row => row.Record)];
        var more = _comparer?.FieldsOf(block) ?? [];
        var blocked = new Dictionary<GainsightRecord, GainsightException>(ReferenceEqualityComparer.Instance);
        var clock = _context.Transport.TimeProvider;
        var started = KeyLocks.Now(clock);
        var found = await _finder!.FindAsync(records, more, calls, cancellationToken, blocked).ConfigureAwait(false);
        var shownBy = started;
        for (var i = 0; i < block.Length; i++)
        {
            if (found[i].Count == 0 && !blocked.ContainsKey(records[i]) && block[i].ShownBy > shownBy)
            {
                shownBy = block[i].ShownBy!.Value;
            }
        }

        if (shownBy > started)
        {
            // The tenant may not have shown the row when it was asked, however late its answer came.
            var wait = shownBy - KeyLocks.Now(clock);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            }

            found = await _finder.FindAsync(records, more, calls, cancellationToken, blocked).ConfigureAwait(false);
        }

        foreach (var row in block)
        {
            if (blocked.TryGetValue(row.Record, out var failure))
            {
                Outcomes.Settle([row], RowStatus.NotAttempted, (failure as GainsightApiException)?.RequestId, Outcomes.ErrorsOf(failure));
            }
        }

        return found;
    }

    /// <summary>Merges rows whose keys the tenant treats as the same. Otherwise they would go out in different calls, of which either may come last.</summary>
    private static void JoinFound(WriteRow<T>[] block, IReadOnlyList<KeyFinder.Row>[]? found)
    {
        if (found is null)
        {
            return;
        }

        var byGsid = new Dictionary<string, WriteRow<T>>(StringComparer.Ordinal);
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i] is [var only] && !byGsid.TryAdd(only.Gsid, block[i]))
            {
                byGsid[only.Gsid].Carry(block[i]);
            }
        }
    }

    private void Resolve(WriteRow<T> row, IReadOnlyList<KeyFinder.Row> found)
    {
        row.Found = _comparer is null ? null : found;
        if (_kind == RecordWriteKind.Update && IsResolved && found.Count == 0)
        {
            Refuse(row, [Outcomes.Unmatched(_keys![0])]);
            return;
        }

        if (found.Count > 1 && (_kind == RecordWriteKind.Upsert || IsResolved))
        {
            Refuse(row, [new(
                RecordErrorCodes.AmbiguousKey,
                $"{found.Count} rows of the tenant have this key ({_keys}). Merge them in Gainsight, or name further keys.",
                _keys![0].Name)]);
            return;
        }

        var isUpdate = _kind == RecordWriteKind.Update;
        row.Gsid = isUpdate && !IsResolved ? (_keys!.IsGsid ? row.Record.Gsid : null) : found.Count == 1 ? found[0].Gsid : null;
        var isInsert = !isUpdate && row.Gsid is null;
        if (row.Followers is { } later)
        {
            var rows = later.Select(follower => follower.Record).Prepend(row.Record);
            row.Body = isInsert ? RecordMerger.ForInsert(rows, _definition) : RecordMerger.ForUpdate(rows, _keys!);
        }

        row.Mode = isInsert ? WriteMode.Insert : row.Gsid is null ? WriteMode.UpdateByKeys : WriteMode.UpdateByGsid;
        row.CallKey = RecordWriter.LookupShape(row.Body);
        if (!isInsert && !RecordWriter.HasChanges(row.Body, _keys!, _definition))
        {
            row.Outcome = isUpdate && _comparer is not null && found.Count == 0
                ? new(row.Index, row.Record, RowStatus.Failed, errors: [Outcomes.Unmatched(_keys![0])])
                : new(row.Index, row.Record, RowStatus.Unchanged, row.Gsid ?? (found is [var only] ? only.Gsid : null));
        }
        else if (_preflight is not null && _kind == RecordWriteKind.Upsert)
        {
            // Only now is it known what is sent. An insert sends more.
            Refuse(row, _preflight.Check(row.Body, isInsert ? RecordWriteKind.Insert : RecordWriteKind.Update));
        }

        if (isInsert && row.Outcome is null && CheckRequired(row.Body) is { } error)
        {
            Refuse(row, [error]);
        }
    }

    private static void Refuse(WriteRow<T> row, IReadOnlyList<RecordError> errors)
    {
        if (errors.Count > 0)
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Failed, errors: errors);
        }
    }

    private void WriteBody(Utf8JsonWriter writer, IReadOnlyList<WriteRow<T>> rows, bool isInsert)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("records");
        foreach (var row in rows)
        {
            if (isInsert)
            {
                RecordWriter.WriteInsert(writer, row.Body, _definition, _format.Value);
            }
            else
            {
                RecordWriter.WriteUpdate(writer, row.Body, _keys!, row.Gsid, _definition, _format.Value);
            }
        }

        writer.WriteEndArray();
        if (rows[0].Body.Lookups is { Count: > 0 } lookups)
        {
            writer.WritePropertyName("lookups");
            RecordWriter.WriteLookups(writer, lookups);
        }

        writer.WriteEndObject();
    }
}
