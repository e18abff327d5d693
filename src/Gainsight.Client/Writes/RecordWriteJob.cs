using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Inserts, updates and upserts of records.</summary>
internal sealed class RecordWriteJob<T> : WriteJob<T>
    where T : GainsightRecord, new()
{
    /// <summary>The most records that Gainsight takes in a call.</summary>
    public const int MaxRecords = 50;

    /// <summary>The rows of one keyed read: ten full calls' worth.</summary>
    private const int ReadBlock = 500;

    private readonly ClientContext _context;
    private readonly ObjectDefinition _definition;
    private readonly RecordWriteKind _kind;
    private readonly IdentifierKeys? _keys;
    private readonly KeyFinder? _finder;

    public RecordWriteJob(ClientContext context, ObjectDefinition definition, RecordWriteKind kind, IdentifierKeys? keys)
    {
        if (kind == RecordWriteKind.Upsert && keys!.Any(key => string.Equals(key.Name, SystemFields.Gsid.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException("An upsert cannot go by Gsid, because a new row has none. Use UpdateAsync, or name another key.", nameof(keys));
        }

        _context = context;
        _definition = definition;
        _kind = kind;
        _keys = keys;
        _finder = keys is null || kind == RecordWriteKind.Update ? null : new KeyFinder(context, definition, keys);
    }

    public override int ChunkSize => MaxRecords;

    public override int BlockSize => _kind == RecordWriteKind.Insert ? MaxRecords : ReadBlock;

    public override string ObjectName => _definition.Name;

    public override string KeyNames => _keys?.ToString() ?? string.Empty;

    public override bool CanVerify => _finder is not null;

    public override RecordError? Check(T? row)
    {
        if (row is null)
        {
            return new(RecordErrorCodes.NullRow, "The row is null.");
        }

        if (_kind != RecordWriteKind.Insert)
        {
            foreach (Field key in _keys!)
            {
                if (IsEmpty(row, key))
                {
                    return new(RecordErrorCodes.MissingKey, $"The row has no value in the identifier key {key}.", key.Name);
                }
            }
        }

        if (_kind != RecordWriteKind.Update)
        {
            foreach (Field field in _definition.Required)
            {
                if (IsEmpty(row, field))
                {
                    return new(RecordErrorCodes.MissingRequiredField, $"{_definition.Name} needs a value in {field}.", field.Name);
                }
            }
        }

        return null;
    }

    public override string? KeyOf(T row) => _kind == RecordWriteKind.Insert ? null : KeyText.Of(row, _keys!, _context.Format);

    public override T Merge(T earlier, T later)
    {
        var merged = new T { Gsid = _keys!.IsGsid ? earlier.Gsid : null };
        merged.TakeFrom(earlier, _definition);
        merged.TakeFrom(later, _definition);
        return merged;
    }

    public override async Task ResolveAsync(IReadOnlyList<WriteRow<T>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        KeyMatches? matches = _kind == RecordWriteKind.Upsert
            ? await _finder!.FindAsync(block.Select(row => row.Key!).ToList(), block.Select(row => (GainsightRecord)row.Body).ToList(), calls, cancellationToken)
                .ConfigureAwait(false)
            : null;
        foreach (WriteRow<T> row in block)
        {
            IReadOnlyList<string> found = matches?.For(row.Key!) ?? [];
            string shape = RecordWriter.LookupShape(row.Body);
            if (found.Count > 1)
            {
                row.Outcome = new(row.Index, row.Record, RowStatus.Failed, errors: [new(
                    RecordErrorCodes.AmbiguousKey,
                    $"{found.Count} rows of the tenant carry this key ({_keys}). Merge them in Gainsight, or name further keys.",
                    _keys![0].Name)]);
            }
            else if (found.Count == 1)
            {
                row.Gsid = found[0];
                row.Group = new(WriteMode.UpdateByGsid, shape);
            }
            else
            {
                row.Group = new(_kind == RecordWriteKind.Update ? WriteMode.UpdateByKeys : WriteMode.Insert, shape);
            }

            if (row.Outcome is null && row.Group.Mode != WriteMode.Insert && !RecordWriter.HasChanges(row.Body, _keys!, _definition))
            {
                row.Outcome = new(row.Index, row.Record, RowStatus.Unchanged, row.Gsid ?? (_keys!.IsGsid ? row.Body.Gsid : null));
            }
        }
    }

    public override ApiRequest CreateRequest(ChunkGroup group, IReadOnlyList<WriteRow<T>> rows, RequestLane lane, CallCounter calls)
    {
        bool isInsert = group.Mode == WriteMode.Insert;
        return new ApiRequest
        {
            Operation = isInsert ? Operations.RecordsInsert : Operations.RecordsUpdate,
            Object = _definition.Name,
            Query = isInsert ? null : "keys=" + (group.Mode == WriteMode.UpdateByGsid ? IdentifierKeys.Gsid : _keys!).Names,
            Body = JsonBody.Create((this, rows, isInsert), static (writer, state) => state.Item1.WriteBody(writer, state.rows, state.isInsert)),
            Lane = lane,
            RecordCount = rows.Count,
            Calls = calls,
        };
    }

    public override bool TryGetText(T row, string field, out string? text) => row.TryGetText(field, _context.Format, out text);

    public override async Task<IReadOnlyDictionary<WriteRow<T>, string?>> FindInsertedAsync(
        IReadOnlyList<WriteRow<T>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        List<string> keys = rows.Select(row => row.Key ?? KeyText.Of(row.Body, _keys!, _context.Format) ?? string.Empty).ToList();
        KeyMatches matches = await _finder!.FindAsync(keys, rows.Select(row => (GainsightRecord)row.Body).ToList(), calls, cancellationToken)
            .ConfigureAwait(false);
        var found = new Dictionary<WriteRow<T>, string?>();
        for (int i = 0; i < rows.Count; i++)
        {
            IReadOnlyList<string> gsids = matches.For(keys[i]);
            if (gsids.Count > 0)
            {
                found[rows[i]] = gsids.Count == 1 ? gsids[0] : null;
            }
        }

        return found;
    }

    private void WriteBody(Utf8JsonWriter writer, IReadOnlyList<WriteRow<T>> rows, bool isInsert)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("records");
        foreach (WriteRow<T> row in rows)
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

    private bool IsEmpty(T row, Field field) => !row.TryGetText(field.Name, _context.Format, out string? text) || string.IsNullOrWhiteSpace(text);
}
