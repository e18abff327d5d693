using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Creates and updates CTAs, tasks, success plans and goals: one record per call. The answer names the record by its reference id.</summary>
internal partial class CockpitWriteJob<T> : WriteJob<T>
    where T : GainsightRecord, new()
{
    /// <summary>The documented form of days. For the other APIs the form is an option, because sources disagree.</summary>
    private static readonly WireFormat Iso = WireFormat.Default;

    /// <summary>At least so many reference ids are recognised when they come again. An hour of quota writes fewer records.</summary>
    private const int RememberedReferences = 10_000;

    private readonly ClientContext _context;
    private readonly ObjectDefinition _definition;
    private readonly Operation _operation;
    private readonly IdentifierKeys? _verifyBy;
    private readonly WireFormat _plain;
    private readonly DescribedFormat _format;
    private readonly RecentTexts _references = new(RememberedReferences);

    /// <param name="context">The client.</param>
    /// <param name="definition">The object of the records.</param>
    /// <param name="operation">The call that writes a record.</param>
    /// <param name="isInsert">Whether records are created.</param>
    /// <param name="verifyBy">The key by which a created record can be looked up, or null.</param>
    public CockpitWriteJob(ClientContext context, ObjectDefinition definition, Operation operation, bool isInsert, IdentifierKeys? verifyBy)
    {
        if (verifyBy?.FirstOrDefault(key => key.IsNamed(SystemFields.Gsid.Name) || key.IsNamed(CockpitFields.ReferenceId.Name)) is { } useless)
        {
            throw new ArgumentException(
                $"VerifyBy cannot be {useless}: a new record has no Gsid, and a reference id cannot be queried. Name a custom field that holds your own id.",
                nameof(verifyBy));
        }

        _context = context;
        _definition = definition;
        _operation = operation;
        IsInsert = isInsert;
        _verifyBy = verifyBy;
        _plain = Iso with { MultiSelect = context.Format.MultiSelect };
        _format = new DescribedFormat(context, definition, _plain);
    }

    public override int CallSize => 1;

    public override int BlockSize => _definition.CallSize;

    public override string ObjectName => _definition.Name;

    public override IReadOnlyList<Field> Keys => IsInsert ? base.Keys : IdentifierKeys.Gsid;

    /// <summary>The fields that hold labels which the tenant configures, each with the category of its labels.</summary>
    public IReadOnlyList<KeyValuePair<Field<string>, string>> Labels { get; init; } = [];

    /// <summary>The labels that the area's client has loaded, or null when the area has none.</summary>
    public ConfigurationStore? Configuration { get; init; }

    protected ClientContext Context => _context;

    protected bool IsInsert { get; }

    /// <summary>Whether records have a reference id, by which the answer names them.</summary>
    private bool HasReference => _definition.Find(CockpitFields.ReferenceId.Name) is not null;

    protected WireFormat Format => _format.Value;

    public override string? KeyOf(T row) => IsInsert ? null : row.Gsid;

    public override async Task ResolveAsync(IReadOnlyList<WriteRow<T>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in block)
        {
            Resolve(row);
            if (row is { Outcome: null, IsCarried: false })
            {
                RecordWriter.AddUntypedDates(row.Body, _definition, isInsert: true, names);
            }
        }

        await _format.LearnAsync(names, cancellationToken).ConfigureAwait(false);
    }

    public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<T>> rows, RequestLane lane, CallCounter calls) => new()
    {
        Operation = OperationOf(rows[0].Body),
        Body = JsonBody.Create((this, rows[0]), static (writer, state) => state.Item1.WriteBody(writer, state.Item2)),
        Lane = lane,
        RecordCount = 1,
        Calls = calls,
    };

    /// <summary>The call that carries the record.</summary>
    protected virtual Operation OperationOf(T body) => _operation;

    /// <summary>Whether the field is written outside the members of the record.</summary>
    protected virtual bool IsAside(Field field) => false;

    /// <summary>Writes members of the record that are not fields.</summary>
    protected virtual void WriteMore(Utf8JsonWriter writer, T body)
    {
    }

    /// <summary>Writes the members next to the record.</summary>
    protected virtual void WriteBeside(Utf8JsonWriter writer, T body)
    {
    }

    /// <summary>The lookups of the call.</summary>
    protected virtual IReadOnlyList<FieldLookup> LookupsOf(T body) => body.Lookups;

    /// <summary>Writes the members of a record.</summary>
    protected void WriteFields(Utf8JsonWriter writer, GainsightRecord record, ObjectDefinition definition)
    {
        // What the tenant says of the object is not true of the records inside.
        var format = ReferenceEquals(definition, _definition) ? Format : _plain;
        var fields = record.PresentFields();
        while (fields.MoveNext())
        {
            if (definition.IsWritable(fields.Field, out var shape) && !IsAside(fields.Field))
            {
                fields.Write(writer, shape, format);
            }
        }

        RecordWriter.WriteLookupValues(writer, record);
    }

    /// <summary>Prepares what is sent. It is a copy, so a generated reference id does not appear in the caller's record.</summary>
    private void Resolve(WriteRow<T> row)
    {
        row.Mode = IsInsert ? WriteMode.Insert : WriteMode.UpdateByGsid;
        row.Gsid = IsInsert ? null : row.Record.Gsid;
        List<T> rows = [row.Record, .. (row.Followers ?? []).Select(follower => follower.Record)];
        row.Body = IsInsert ? RecordMerger.ForInsert(rows, _definition) : RecordMerger.ForUpdate(rows, IdentifierKeys.Gsid);
        if (!IsInsert && !RecordWriter.HasChanges(row.Body, [SystemFields.Gsid, CockpitFields.ReferenceId], _definition))
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Unchanged, row.Gsid);
            return;
        }

        foreach (var record in rows)
        {
            TakeLabels(row.Body, record, EntityTypeOf(record), _definition, Labels);
        }

        if (IsInsert && EntityRules.TypeOf(row.Body, _definition, Format) is { } entityType)
        {
            row.Body.Set(CockpitFields.EntityType, entityType);
        }

        if (HasReference && string.IsNullOrWhiteSpace(row.Body.Get(CockpitFields.ReferenceId)))
        {
            row.Body.Set(CockpitFields.ReferenceId, Guid.NewGuid().ToString("N"));
        }
    }

    private void WriteBody(Utf8JsonWriter writer, WriteRow<T> row)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("requests");
        writer.WriteStartObject();
        writer.WriteStartObject("record");
        if (row.Gsid is { } gsid)
        {
            writer.WriteString(SystemFields.Gsid.EncodedName, gsid);
        }

        WriteFields(writer, row.Body, _definition);
        WriteMore(writer, row.Body);
        writer.WriteEndObject();
        WriteBeside(writer, row.Body);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (LookupsOf(row.Body) is { Count: > 0 } lookups)
        {
            writer.WritePropertyName("lookups");
            RecordWriter.WriteLookups(writer, lookups);
        }

        writer.WriteEndObject();
    }
}
