using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes success plans. New plans are written together with their objectives.</summary>
internal sealed class SuccessPlanWriteJob(ClientContext context, bool isInsert, IdentifierKeys? verifyBy)
    : CockpitWriteJob<SuccessPlan>(
        context, SuccessPlanFields.Definition, isInsert ? Operation.SuccessPlansInsert : Operation.SuccessPlansUpdate, isInsert, verifyBy)
{
    private static readonly KeyValuePair<Field<string>, string>[] ObjectiveLabels = [new(CtaFields.ObjectiveCategory, ConfigurationCategories.ObjectiveCategories)];

    private static readonly Field[] OnlyNew = [SuccessPlanFields.Objectives, SuccessPlanFields.Templates];

    protected override Operation OperationOf(SuccessPlan body) =>
        IsInsert && body.Objectives is { Count: > 0 } ? Operation.SuccessPlansInsertWithObjectives : base.OperationOf(body);

    protected override bool IsAside(Field field) => field.IsNamed(SuccessPlanFields.Objectives.Name);

    protected override RecordError? CheckMore(SuccessPlan row)
    {
        if (!IsInsert)
        {
            var onlyNew = OnlyNew.FirstOrDefault(row.IsChanged);
            return onlyNew is null
                ? null
                : new(RecordErrorCodes.InvalidValue, $"{onlyNew} can be set only when the plan is created. To add an objective, create a CTA of the plan (CtaGroupId).", onlyNew.Name);
        }

        if (row.Objectives is not { } objectives)
        {
            return null;
        }

        var references = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < objectives.Count; i++)
        {
            if (CheckObjective(objectives[i], EntityTypeOf(row), references) is { } error)
            {
                return new(error.Code, $"Objective {i + 1} of {objectives.Count}: {error.Message}", error.Field, error.InvalidValue);
            }
        }

        return CheckLookups([row, .. objectives]);
    }

    protected override void WriteMore(Utf8JsonWriter writer, SuccessPlan body)
    {
        if (!IsInsert || body.Objectives is not { Count: > 0 } objectives)
        {
            return;
        }

        writer.WriteStartArray(SuccessPlanFields.Objectives.EncodedName);
        for (var i = 0; i < objectives.Count; i++)
        {
            var objective = objectives[i];
            TakeLabels(objective, objective, EntityTypeOf(body), CtaFields.Definition, ObjectiveLabels);
            if (string.IsNullOrWhiteSpace(objective.ReferenceId))
            {
                objective.ReferenceId = $"{body.ReferenceId}-{i + 1}";
            }

            writer.WriteStartObject();
            WriteFields(writer, objective, CtaFields.Definition);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    protected override IReadOnlyList<FieldLookup> LookupsOf(SuccessPlan body) =>
        [.. body.Lookups.Concat((IsInsert ? body.Objectives ?? [] : []).SelectMany(objective => objective.Lookups))
            .DistinctBy(set => set.Field.Name, StringComparer.OrdinalIgnoreCase)];

    private RecordError? CheckObjective(Cta objective, string? entityType, HashSet<string> references)
    {
        if (objective.Lacks(CtaFields.Name, Format))
        {
            return new(RecordErrorCodes.MissingRequiredField, $"it needs a value in {CtaFields.Name}.", CtaFields.Name.Name);
        }

        if (objective.ReferenceId is { } reference && !string.IsNullOrWhiteSpace(reference) && !references.Add(reference))
        {
            return new(RecordErrorCodes.DuplicateReference, "it has the reference id of an earlier one.", CtaFields.ReferenceId.Name);
        }

        return CheckLabel(objective, entityType, CtaFields.ObjectiveCategory, ConfigurationCategories.ObjectiveCategories);
    }

    /// <summary>The call has one list of lookups, with one way of matching per field.</summary>
    private static RecordError? CheckLookups(IEnumerable<GainsightRecord> records)
    {
        var mixed = records
            .SelectMany(record => record.Lookups)
            .GroupBy(set => set.Field.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Select(set => RecordWriter.LookupShape([set])).Distinct(StringComparer.Ordinal).Skip(1).Any());
        return mixed is null
            ? null
            : new(RecordErrorCodes.InvalidValue, $"The plan and its objectives look up {mixed.Key} in different ways, but a call can have only one. Use the same field and options for all.", mixed.Key);
    }
}
