using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Creates and updates of CTAs, tasks, success plans and goals: one record a call, whose answer names it by its reference id.</summary>
internal partial class CockpitWriteJob<T> : WriteJob<T>
    where T : GainsightRecord, new()
{
    /// <summary>The documented form of days; the form of the other APIs is an option, because there sources disagree.</summary>
    private static readonly WireFormat Iso = WireFormat.Default;

    /// <summary>At least so many reference ids are recognised when they come again; an hour of quota does not write as many records.</summary>
    private const int RememberedReferences = 10_000;

    private readonly ClientContext _context;
    private readonly CockpitArea _area;
    private readonly ConfigurationStore? _configuration;
    private readonly IdentifierKeys? _verifyBy;
    private readonly RecentTexts _references = new(RememberedReferences);

    /// <param name="context">The client.</param>
    /// <param name="area">The area.</param>
    /// <param name="isInsert">Whether records are created.</param>
    /// <param name="configuration">The labels that are known to the area's client, or null where it has none.</param>
    /// <param name="verifyBy">What a created record can be looked up by, or null.</param>
    public CockpitWriteJob(
        ClientContext context, CockpitArea area, bool isInsert, ConfigurationStore? configuration, IdentifierKeys? verifyBy = null)
    {
        if (verifyBy?.FirstOrDefault(key => key.IsNamed(SystemFields.Gsid.Name) || key.IsNamed(CockpitFields.ReferenceId.Name)) is { } useless)
        {
            throw new ArgumentException(
                $"VerifyBy cannot be {useless}: a new record has no Gsid, and a reference id cannot be queried. Name a custom field that holds your own id.",
                nameof(verifyBy));
        }

        _context = context;
        _area = area;
        IsInsert = isInsert;
        _configuration = configuration;
        _verifyBy = verifyBy;
        Format = Iso with { MultiSelect = context.Format.MultiSelect };
    }

    public override int CallSize => 1;

    public override int BlockSize => _area.Definition.BatchSize;

    public override string ObjectName => _area.Definition.Name;

    public override IReadOnlyList<Field> Keys => IsInsert ? base.Keys : IdentifierKeys.Gsid;

    protected bool IsInsert { get; }

    protected WireFormat Format { get; }

    public override string? KeyOf(T row) => IsInsert ? null : row.Gsid;

    public override Task ResolveAsync(IReadOnlyList<WriteRow<T>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        foreach (var row in block)
        {
            Resolve(row);
        }

        return Task.CompletedTask;
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
    protected virtual Operation OperationOf(T body) => IsInsert ? _area.Insert : _area.Update;

    /// <summary>Whether the field is written elsewhere than among the members of the record.</summary>
    protected virtual bool IsAside(Field field) => false;

    /// <summary>Writes what the record holds besides fields.</summary>
    protected virtual void WriteMore(Utf8JsonWriter writer, T body)
    {
    }

    /// <summary>Writes what stands beside the record.</summary>
    protected virtual void WriteBeside(Utf8JsonWriter writer, T body)
    {
    }

    /// <summary>The lookups of the call.</summary>
    protected virtual IReadOnlyList<FieldLookup> LookupsOf(T body) => body.Lookups;

    /// <summary>Writes the members of a record.</summary>
    protected void WriteFields(Utf8JsonWriter writer, GainsightRecord record, ObjectDefinition definition)
    {
        var fields = record.PresentFields();
        while (fields.MoveNext())
        {
            if (definition.IsWritable(fields.Field, out var shape) && !IsAside(fields.Field))
            {
                fields.Write(writer, shape, Format);
            }
        }

        RecordWriter.WriteLookupValues(writer, record);
    }

    /// <summary>What is sent: a copy, so that a reference id made here does not turn up in the caller's record.</summary>
    private void Resolve(WriteRow<T> row)
    {
        row.Mode = IsInsert ? WriteMode.Insert : WriteMode.UpdateByGsid;
        row.Gsid = IsInsert ? null : row.Record.Gsid;
        List<T> rows = [row.Record, .. (row.Followers ?? []).Select(follower => follower.Record)];
        row.Body = IsInsert ? RecordMerger.ForInsert(rows, _area.Definition) : RecordMerger.ForUpdate(rows, IdentifierKeys.Gsid);
        if (!IsInsert && !RecordWriter.HasChanges(row.Body, [SystemFields.Gsid, CockpitFields.ReferenceId], _area.Definition))
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Unchanged, row.Gsid);
            return;
        }

        foreach (var record in rows)
        {
            TakeLabels(row.Body, record, EntityTypeOf(record), _area.Definition, _area.Labels);
        }

        if (IsInsert && EntityRules.TypeOf(row.Body, _area.Definition, Format) is { } entityType)
        {
            row.Body.Set(CockpitFields.EntityType, entityType);
        }

        if (_area.HasReference && string.IsNullOrWhiteSpace(row.Body.Get(CockpitFields.ReferenceId)))
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

        WriteFields(writer, row.Body, _area.Definition);
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
