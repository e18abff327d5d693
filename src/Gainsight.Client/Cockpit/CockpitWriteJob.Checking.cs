namespace Gainsight.Client;

/// <content>Checks of a record before a call is spent on it.</content>
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
            return new(RecordErrorCodes.MissingKey, "An update needs the GSID of the row, and the row has none. Read it first, or keep the Gsid of the outcome that created it.", SystemFields.Gsid.Name);
        }

        return (IsInsert ? CheckNew(row) : null) ?? CheckLabels(row) ?? CheckMore(row) ?? (IsInsert ? CheckReference(row) : null);
    }

    /// <summary>The fields without which a new record is refused.</summary>
    protected virtual IEnumerable<Field> RequiredOf(T row) => EntityRules.Required(EntityTypeOf(row), _definition.Required);

    /// <summary>Checks what only the area knows.</summary>
    protected virtual RecordError? CheckMore(T row) => null;

    /// <summary>The entity type that decides which labels are valid, or null for an update that does not name it.</summary>
    protected string? EntityTypeOf(T row) =>
        EntityRules.TypeOf(row, _definition, Format) ?? (IsInsert ? ConfigurationStore.DefaultEntityType : null);

    /// <summary>Finds a label that the loaded configuration does not have.</summary>
    protected RecordError? CheckLabel(GainsightRecord record, string? entityType, Field<string> field, string category)
    {
        if (Configuration is null || record.Get(field) is not { Length: > 0 } label)
        {
            return null;
        }

        return Configuration.Resolve(record, entityType, category, label, out var known) is not null
            ? null
            : new(
                RecordErrorCodes.InvalidValue,
                $"{field} has a label that the tenant's configuration does not have. It has: {string.Join(", ", known)}. Load the configuration again if it has changed.",
                field.Name,
                label);
    }

    /// <summary>
    /// Copies the labels of a record to the body, in the tenant's own spelling. Labels of a new record that were loaded and not set have another name
    /// there; the merge of an update already has what was set.
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
                && Configuration?.Resolve(record, entityType, category, given, out _) is { } resolved)
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
                $"A new row of {_definition.Name} needs a value in {missing}{(missing is LookupField ? ", a GSID or a lookup" : string.Empty)}.",
                missing.Name);
    }

    private RecordError? CheckLabels(T row)
    {
        foreach ((var field, var category) in Labels)
        {
            if ((IsInsert || row.IsChanged(field)) && CheckLabel(row, EntityTypeOf(row), field, category) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>The answer names records by their reference ids, so one id for two records is an error.</summary>
    private RecordError? CheckReference(T row) =>
        HasReference && row.Get(CockpitFields.ReferenceId) is { } reference && !string.IsNullOrWhiteSpace(reference) && !_references.Add(reference)
            ? new(
                RecordErrorCodes.DuplicateReference,
                "An earlier row of this write has the same reference id. Give each record its own id, or leave it out: then one is generated.",
                CockpitFields.ReferenceId.Name)
            : null;
}
