namespace Gainsight.Client;

/// <content>What is wrong with a record, found before a call is spent.</content>
internal partial class CockpitWriteJob<T>
{
    public override RecordError? Check(T? row)
    {
        if (row is null)
        {
            return new(RecordErrorCodes.NullRow, "The row is null.");
        }

        if (!IsInsert && string.IsNullOrWhiteSpace(row.Gsid))
        {
            return new(RecordErrorCodes.MissingKey, "An update goes by GSID, and the row has none. Read it first, or keep the Gsid of the outcome that created it.", SystemFields.Gsid.Name);
        }

        return (IsInsert ? CheckNew(row) : null) ?? CheckLabels(row) ?? CheckMore(row) ?? (IsInsert ? CheckReference(row) : null);
    }

    /// <summary>The fields without which a new record is refused.</summary>
    protected virtual IEnumerable<Field> RequiredOf(T row) => EntityRules.Required(EntityTypeOf(row), _area.Definition.Required);

    /// <summary>Finds what only the area knows to be wrong.</summary>
    protected virtual RecordError? CheckMore(T row) => null;

    /// <summary>The kind of record by which labels are judged, or null for an update that does not tell.</summary>
    protected string? EntityTypeOf(T row) =>
        EntityRules.TypeOf(row, _area.Definition, Format) ?? (IsInsert ? ConfigurationStore.DefaultEntityType : null);

    /// <summary>Finds a label that the configuration, where it has been loaded, does not know.</summary>
    protected RecordError? CheckLabel(GainsightRecord record, string? entityType, Field<string> field, string category)
    {
        if (_configuration is null || record.Get(field) is not { Length: > 0 } label)
        {
            return null;
        }

        return _configuration.Resolve(record, entityType, category, label, out var known) is not null
            ? null
            : new(
                RecordErrorCodes.InvalidValue,
                $"{field} has a label that the tenant's configuration does not know. It knows: {string.Join(", ", known)}. Load the configuration again if it has changed.",
                field.Name,
                label);
    }

    /// <summary>
    /// Takes the labels of a record over: of a new one, those that were only loaded stand under another name (an update has what was set from the merge),
    /// and the tenant's own spelling is the one to send.
    /// </summary>
    protected void TakeLabels(
        GainsightRecord body, GainsightRecord record, string? entityType, ObjectDefinition definition, IReadOnlyList<KeyValuePair<Field<string>, string>> labels)
    {
        foreach (var field in definition.Fields)
        {
            if (IsInsert && field is Field<string> { ReadAs: not null } label && record.Get(label) is { Length: > 0 } text)
            {
                body.Set(label, text);
            }
        }

        foreach ((var field, var category) in labels)
        {
            if (body.IsSet(field) && body.Get(field) is { Length: > 0 } given
                && _configuration?.Resolve(record, entityType, category, given, out _) is { } resolved)
            {
                body.Set(field, resolved);
            }
        }
    }

    private RecordError? CheckNew(T row)
    {
        var missing = RequiredOf(row).FirstOrDefault(field => row.Lacks(field, Format));
        return missing is null
            ? null
            : new(
                RecordErrorCodes.MissingRequiredField,
                $"A new row of {_area.Definition.Name} needs a value in {missing}{(missing is LookupField ? ", a GSID or a lookup" : string.Empty)}.",
                missing.Name);
    }

    private RecordError? CheckLabels(T row)
    {
        foreach ((var field, var category) in _area.Labels)
        {
            if ((IsInsert || row.IsChanged(field)) && CheckLabel(row, EntityTypeOf(row), field, category) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>The answer names records by their reference ids, and so does whoever reads it: one id for two records is a mistake.</summary>
    private RecordError? CheckReference(T row) =>
        _area.HasReference && row.Get(CockpitFields.ReferenceId) is { } reference && !string.IsNullOrWhiteSpace(reference) && !_references.Add(reference)
            ? new(
                RecordErrorCodes.DuplicateReference,
                "An earlier row of this write has the same reference id. Give each record its own, or leave it out: then one is made.",
                CockpitFields.ReferenceId.Name)
            : null;
}
