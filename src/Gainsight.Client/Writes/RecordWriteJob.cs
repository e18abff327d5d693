using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Inserts, updates and upserts of records: how they are checked, and which call carries them.</summary>
internal partial class RecordWriteJob<T> : WriteJob<T>
    where T : GainsightRecord, new()
{
    /// <summary>The rows of one keyed read: ten full calls' worth.</summary>
    private const int ReadBlock = 500;

    private readonly ClientContext _context;
    private readonly ObjectDefinition _definition;
    private readonly RecordWriteKind _kind;
    private readonly IdentifierKeys? _keys;
    private readonly KeyFinder? _finder;
    private readonly RowComparer? _comparer;
    private readonly RecordPreflight? _preflight;

    /// <summary>Prepares a write.</summary>
    /// <param name="context">The client.</param>
    /// <param name="definition">The object.</param>
    /// <param name="kind">What is done with the rows.</param>
    /// <param name="keys">The keys; of an insert, those to verify it by.</param>
    /// <param name="options">The caller's options.</param>
    /// <param name="isPreview">Whether nothing is written, and all that would change is to be known.</param>
    public RecordWriteJob(
        ClientContext context, ObjectDefinition definition, RecordWriteKind kind, IdentifierKeys? keys, WriteOptions options, bool isPreview = false)
    {
        if (kind != RecordWriteKind.Update && keys?.Any(key => key.IsNamed(SystemFields.Gsid.Name)) == true)
        {
            throw new ArgumentException(
                kind == RecordWriteKind.Upsert
                    ? "An upsert cannot go by Gsid, because a new row has none. Use UpdateAsync, or name another key."
                    : "VerifyBy cannot be Gsid, because a new row has none. Name another key.",
                nameof(keys));
        }

        _context = context;
        _definition = definition;
        _kind = kind;
        if (keys is not null)
        {
            // A key given by its bare name has the type that the object's own field has.
            _keys = IdentifierKeys.Create([.. keys.Select(key => definition.Find(key.Name) ?? key)]);
            _finder = new KeyFinder(context, definition, _keys);
            if (kind == RecordWriteKind.Update && _keys.FirstOrDefault(key => key.DataType == DataType.Lookup) is { } lookup)
            {
                throw new ArgumentException(
                    $"{lookup} is a lookup, and Gainsight takes none as the key of an update. Update by Gsid, or use UpsertAsync, which reads the keys itself.",
                    nameof(keys));
            }
        }

        var compares = isPreview || (options.SkipUnchanged && kind != RecordWriteKind.Insert);
        _preflight = isPreview || options.Preflight ? new RecordPreflight(context, definition, Keys) : null;
        _comparer = compares ? new RowComparer(context, definition, Keys, isPreview) : null;
    }

    public override int ChunkSize => _definition.BatchSize;

    public override int BlockSize => _kind == RecordWriteKind.Insert ? ChunkSize : ReadBlock;

    public override string ObjectName => _definition.Name;

    public override IReadOnlyList<Field> Keys => _keys ?? base.Keys;

    public override bool CanCheckFirst => true;

    /// <summary>Whether the record API carries the writes, so that what the metadata say of an object that takes none holds for them.</summary>
    public bool UsesRecordApi { get; init; }

    public override RecordError? Check(T? row)
    {
        if (row is null)
        {
            return new(RecordErrorCodes.NullRow, "The row is null.");
        }

        // The preflight names what is missing together with the row's other problems.
        return _kind != RecordWriteKind.Insert ? CheckKeys(row) : _preflight is null ? CheckRequired(row) : null;
    }

    public override string? KeyOf(T row) => _kind == RecordWriteKind.Insert ? null : KeyText.Of(row, _keys!, _context.Format);

    public override async Task PreflightAsync(IReadOnlyList<WriteRow<T>> block, CancellationToken cancellationToken)
    {
        await _preflight!.PrepareAsync(block.Select(row => row.Record), cancellationToken).ConfigureAwait(false);
        if (UsesRecordApi)
        {
            // Now, at the latest, it is known.
            _context.Metadata.EnsureWritable(_definition.Name);
        }

        foreach (var row in block)
        {
            Refuse(row, _preflight.Check(row.Record, _kind));
        }
    }

    public override async Task ResolveAsync(IReadOnlyList<WriteRow<T>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        RefuseMixedOwners(block);
        block = [.. block.Where(row => row.Outcome is null)];
        var matches = _kind == RecordWriteKind.Upsert || (_kind == RecordWriteKind.Update && _comparer is not null)
            ? await MatchAsync(block, calls, cancellationToken).ConfigureAwait(false)
            : null;
        JoinFound(block, matches);
        foreach (var row in block.Where(row => !row.IsCarried))
        {
            try
            {
                Resolve(row, matches?.For(row.Record) ?? []);
            }
            catch (GainsightProtocolException exception)
            {
                // A loaded text that is none, in rows that are joined.
                Refuse(row, [Outcomes.Unwritable(exception)]);
            }
        }

        if (_comparer is not null)
        {
            await SettleUnchangedAsync(block, _comparer, cancellationToken).ConfigureAwait(false);
        }
    }

    public override ApiRequest CreateRequest(CallShape group, IReadOnlyList<WriteRow<T>> rows, RequestLane lane, CallCounter calls)
    {
        var isInsert = group.Mode == WriteMode.Insert;
        return new ApiRequest
        {
            Operation = isInsert ? _definition.Routes.Insert : _definition.Routes.Update,
            Object = _definition.Name,
            Query = QueryOf(group.Mode == WriteMode.Insert ? null : group.Mode == WriteMode.UpdateByGsid ? IdentifierKeys.Gsid : _keys),
            Body = JsonBody.Create((this, rows, isInsert), static (writer, state) => state.Item1.WriteBody(writer, state.rows, state.isInsert)),
            Lane = lane,
            RecordCount = rows.Count,
            TellsOfRecords = TellsOfRecords,
            Calls = calls,
        };
    }

    /// <summary>Whether the data of a refusal tell what became of each record all the same.</summary>
    protected virtual Func<ReadOnlyMemory<byte>, bool>? TellsOfRecords => null;

    /// <summary>The query of a call: that of an update names its keys.</summary>
    protected virtual string? QueryOf(IdentifierKeys? keys) => keys is null ? null : "keys=" + keys.Names;

    /// <summary>Joins rows whose keys are spelt in two ways and one to the tenant: apart, they would go out in calls of which either may come last.</summary>
    private static void JoinFound(IReadOnlyList<WriteRow<T>> block, KeyMatches? matches)
    {
        if (matches is null)
        {
            return;
        }

        var byGsid = new Dictionary<string, WriteRow<T>>(StringComparer.Ordinal);
        foreach (var row in block)
        {
            if (matches.For(row.Record) is [var only] && !byGsid.TryAdd(only.Gsid, row))
            {
                DuplicateKeys.Carry(byGsid[only.Gsid], row);
            }
        }
    }

    private void Resolve(WriteRow<T> row, IReadOnlyList<FoundRow> found)
    {
        row.Found = _comparer is null ? null : found;
        if (found.Count > 1 && _kind == RecordWriteKind.Upsert)
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Failed, errors: [new(
                RecordErrorCodes.AmbiguousKey,
                $"{found.Count} rows of the tenant carry this key ({_keys}). Merge them in Gainsight, or name further keys.",
                _keys![0].Name)]);
            return;
        }

        var isUpdate = _kind == RecordWriteKind.Update;
        row.Gsid = isUpdate ? (_keys!.IsGsid ? row.Record.Gsid : null) : found.Count == 1 ? found[0].Gsid : null;
        var isInsert = !isUpdate && row.Gsid is null;
        if (row.Followers is { } later)
        {
            var rows = later.Select(follower => follower.Record).Prepend(row.Record);
            row.Body = isInsert ? RecordMerger.ForInsert(rows, _definition) : RecordMerger.ForUpdate(rows, _keys!);
        }

        var mode = isInsert ? WriteMode.Insert : row.Gsid is null ? WriteMode.UpdateByKeys : WriteMode.UpdateByGsid;
        row.Group = new(mode, RecordWriter.LookupShape(row.Body));
        if (!isInsert && !RecordWriter.HasChanges(row.Body, _keys!, _definition))
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Unchanged, row.Gsid);
        }
        else if (_preflight is not null && _kind == RecordWriteKind.Upsert)
        {
            // Only now it is known what is sent, and of an insert that is more.
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

    private RecordError? CheckKeys(T row)
    {
        foreach (var key in _keys!)
        {
            if (KeyText.ValueOf(row, key, _context.Format) is null)
            {
                return row.HasLookup(key)
                    ? new(RecordErrorCodes.MissingKey, $"The identifier key {key} is given by a lookup. Rows are looked for by its GSID: set that, having read it first.", key.Name)
                    : row.Lacks(key, _context.Format)
                    ? new(RecordErrorCodes.MissingKey, $"The row has no value in the identifier key {key}.", key.Name)
                    : new(RecordErrorCodes.InvalidValue, $"The identifier key {key} holds a value that no row can be looked for by.", key.Name);
            }
        }

        return null;
    }

    /// <summary>Finds what a new row lacks.</summary>
    protected virtual RecordError? CheckRequired(T row)
    {
        var missing = _definition.Required.FirstOrDefault(field => row.Lacks(field, _context.Format));
        return missing is null
            ? null
            : new(RecordErrorCodes.MissingRequiredField, $"A new row of {_definition.Name} needs a value in {missing}.", missing.Name);
    }

    private void WriteBody(Utf8JsonWriter writer, IReadOnlyList<WriteRow<T>> rows, bool isInsert)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("records");
        foreach (var row in rows)
        {
            if (isInsert)
            {
                RecordWriter.WriteInsert(writer, row.Body, _definition, _context.Format);
            }
            else
            {
                RecordWriter.WriteUpdate(writer, row.Body, _keys!, row.Gsid, _definition, _context.Format);
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
