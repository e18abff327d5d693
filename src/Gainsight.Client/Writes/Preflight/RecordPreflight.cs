using System.Buffers;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Checks what a write would send of a record against the tenant's metadata, before any call. It finds every problem of a record.</summary>
/// <remarks>Not thread-safe: a write checks its rows one after the other.</remarks>
internal sealed class RecordPreflight(ClientContext context, ObjectDefinition definition, IReadOnlyList<Field> keys)
{
    /// <summary>The problems that metadata which is too old can cause.</summary>
    private static readonly string[] MayBeOld = [RecordErrorCodes.UnknownField, RecordErrorCodes.UnknownPicklistItem, RecordErrorCodes.InactivePicklistItem];

    /// <summary>The wrong names that get suggestions. Rows with more of them are not records of the object.</summary>
    private const int MaxHints = 1000;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Dictionary<string, string> _hints = new(StringComparer.Ordinal);
    private readonly DescribedFormat _format = new(context, definition, context.Format);
    private readonly long _started = ClientContext.NextMoment();
    private ObjectDescription? _description;
    private Dictionary<string, FieldDescription> _fields = [];

    /// <summary>Reads the metadata that the records need: the description of the object, and the items of picklists that it leaves out.</summary>
    /// <exception cref="GainsightException">The tenant does not describe the object.</exception>
    public async Task PrepareAsync(IEnumerable<GainsightRecord> records, CancellationToken cancellationToken)
    {
        GainsightRecord[] all = [.. records];
        await PrepareAsync(all, since: null, cancellationToken).ConfigureAwait(false);

        // An administrator may have added a field or an item since the object was described.
        if (Array.Exists(all, record => MayBeTooOld(record, cancellationToken)))
        {
            await PrepareAsync(all, _started, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PrepareAsync(GainsightRecord[] records, long? since, CancellationToken cancellationToken)
    {
        if (_description is null || since is not null)
        {
            Take(await context.Metadata.DescribeAsync(definition.Name, cancellationToken, since).ConfigureAwait(false));
        }

        var used = new HashSet<FieldDescription>();
        foreach (var name in records.SelectMany(record => record.FieldNames))
        {
            if (_fields.TryGetValue(name, out var field) && field.LacksItems)
            {
                used.Add(field);
            }
        }

        await context.Metadata.FillAsync(used, cancellationToken, since).ConfigureAwait(false);
    }

    private void Take(ObjectDescription description)
    {
        if (!ReferenceEquals(description, _description))
        {
            _description = description;
            _fields = description.Fields.DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
            _format.Take(description);
            _hints.Clear();
        }
    }

    private bool MayBeTooOld(GainsightRecord record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var name in record.FieldNames)
        {
            if (!_fields.TryGetValue(name, out var field) || field.IsPicklist)
            {
                return Check(record, RecordWriteKind.Upsert).Any(error => MayBeOld.Contains(error.Code, StringComparer.Ordinal));
            }
        }

        return record.Lookups.Any(lookup => !_fields.ContainsKey(lookup.Field.Name));
    }

    /// <summary>Finds what Gainsight would refuse.</summary>
    /// <param name="record">The record.</param>
    /// <param name="kind">What is done with the record. For an upsert it is not known yet whether it inserts.</param>
    /// <returns>The problems. Empty when the record can be sent.</returns>
    public IReadOnlyList<RecordError> Check(GainsightRecord record, RecordWriteKind kind)
    {
        var errors = new List<RecordError>();
        List<RecordChanges.Change> sent;
        try
        {
            sent = kind == RecordWriteKind.Insert ? RecordWriter.SentByInsert(record, definition) : RecordWriter.SentByUpdate(record, [], definition);
        }
        catch (GainsightProtocolException exception)
        {
            // A loaded value that is not valid text.
            return [Outcomes.Unwritable(exception)];
        }

        foreach (var change in sent)
        {
            if (FindWritable(change.Field, kind, errors) is { } field)
            {
                CheckValue(field, change, errors);
            }
        }

        foreach ((var target, _) in record.Lookups)
        {
            FindWritable(target, kind, errors);
        }

        if (kind == RecordWriteKind.Insert)
        {
            CheckRequired(record, errors);
        }

        return errors;
    }

    private FieldDescription? FindWritable(Field field, RecordWriteKind kind, List<RecordError> errors)
    {
        if (!_fields.TryGetValue(field.Name, out var described))
        {
            errors.Add(new(RecordErrorCodes.UnknownField, $"{definition.Name} has no field {field.Name}. {HintFor(field.Name)}", field.Name));
            return null;
        }

        var takesInserts = described.IsCreateable || kind == RecordWriteKind.Update;
        var takesUpdates = described.IsUpdateable || kind == RecordWriteKind.Insert;
        var takesEither = described.IsCreateable || described.IsUpdateable;
        var isWritable = described is { IsReadOnly: false, IsFormula: false } && (kind == RecordWriteKind.Upsert ? takesEither : takesInserts && takesUpdates);
        if (isWritable || (kind == RecordWriteKind.Update && keys.Any(key => key.IsNamed(field.Name))))
        {
            return described;
        }

        errors.Add(new(RecordErrorCodes.ReadOnlyField, $"The field {field.Name} cannot be written: {Reason(described)}. Unset it.", field.Name));
        return null;
    }

    /// <summary>Suggests the nearest names. Rows usually share their wrong names, so a name is compared with those of the object once.</summary>
    private string HintFor(string name)
    {
        if (_hints.TryGetValue(name, out var known))
        {
            return known;
        }

        var near = _hints.Count < MaxHints ? ObjectList.Nearest(name, _description!.Fields, each => each.Name, each => each.Label) : [];
        var hint = near.Count == 0 ? "gainsight.Metadata.DescribeAsync lists its fields." : $"Did you mean {string.Join(" or ", near)}?";
        if (_hints.Count < MaxHints)
        {
            _hints[name] = hint;
        }

        return hint;
    }

    private static string Reason(FieldDescription field) =>
        field.IsFormula ? "a formula makes its value"
        : field.IsReadOnly ? "only Gainsight sets it"
        : field.IsCreateable ? "updates cannot set it"
        : field.IsUpdateable ? "inserts cannot set it"
        : "neither inserts nor updates can set it";

    /// <summary>Checks the value as it is sent, because that is what Gainsight sees.</summary>
    private void CheckValue(FieldDescription field, in RecordChanges.Change change, List<RecordError> errors)
    {
        definition.IsWritable(change.Field, out var shape);
        if (PlainValues.Fits(field, change.Value, shape))
        {
            return;
        }

        _buffer.ResetWrittenCount();
        try
        {
            using var writer = new Utf8JsonWriter(_buffer);
            writer.WriteStartObject();
            change.Value.Write(writer, change.Field, shape, _format.Value);
            writer.WriteEndObject();
        }
        catch (Exception exception) when (exception is GainsightProtocolException or ArgumentException)
        {
            errors.Add(new(RecordErrorCodes.InvalidValue, exception.Message, field.Name, (exception as GainsightProtocolException)?.InvalidValue));
            return;
        }

        using var document = JsonDocument.Parse(_buffer.WrittenMemory);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            ValueRules.Check(field, property.Value, errors);
        }
    }

    private void CheckRequired(GainsightRecord record, List<RecordError> errors)
    {
        foreach (var field in _description!.Fields)
        {
            if (field is { IsRequired: true, IsCreateable: true, IsReadOnly: false } && !IsSent(record, field.Name))
            {
                errors.Add(Missing(field.Name));
            }
        }

        foreach (var field in definition.Required)
        {
            if (record.Lacks(field, context.Format) && !errors.Exists(error => field.IsNamed(error.Field ?? string.Empty)))
            {
                errors.Add(Missing(field.Name));
            }
        }
    }

    private bool IsSent(GainsightRecord record, string name)
    {
        var field = Field.ByName(name);
        return (record.IsSet(field) && definition.IsWritable(name)) || record.Lookups.Any(lookup => lookup.Field.IsNamed(name));
    }

    private RecordError Missing(string field) =>
        new(RecordErrorCodes.MissingRequiredField, $"A new row of {definition.Name} needs a value in {field}.", field);
}
