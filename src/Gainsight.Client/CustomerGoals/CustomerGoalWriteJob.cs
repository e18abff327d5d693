using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes goals. Their links are written next to the record.</summary>
internal sealed class CustomerGoalWriteJob(ClientContext context, bool isInsert, IdentifierKeys? verifyBy)
    : CockpitWriteJob<CustomerGoal>(
        context, CustomerGoalFields.Definition, isInsert ? Operation.CustomerGoalsInsert : Operation.CustomerGoalsUpdate, isInsert, verifyBy)
{
    private readonly string _unlink = context.Format.GoalUnlink;

    private static readonly Field[] Links =
        [CustomerGoalFields.LinkedCtas, CustomerGoalFields.LinkedSuccessPlans, CustomerGoalFields.UnlinkedCtas, CustomerGoalFields.UnlinkedSuccessPlans];

    /// <summary>A goal from a template needs none of the fields. The name of the template's field is unknown, so any field that is neither known nor custom can be it.</summary>
    protected override IEnumerable<Field> RequiredOf(CustomerGoal row) =>
        row.FieldNames.Any(name => CustomerGoalFields.Definition.Find(name) is null && !name.EndsWith("__gc", StringComparison.OrdinalIgnoreCase))
            ? []
            : base.RequiredOf(row);

    protected override bool IsAside(Field field) => Array.Exists(Links, link => link.IsNamed(field.Name));

    protected override RecordError? CheckMore(CustomerGoal row)
    {
        Field? unlinked = !IsInsert ? null
            : row.UnlinkedCtas is { Count: > 0 } ? CustomerGoalFields.UnlinkedCtas
            : row.UnlinkedSuccessPlans is { Count: > 0 } ? CustomerGoalFields.UnlinkedSuccessPlans
            : null;
        if (unlinked is not null)
        {
            return new(RecordErrorCodes.InvalidValue, "A new goal has no links to remove. Set UnlinkedCtas and UnlinkedSuccessPlans only for updates.", unlinked.Name);
        }

        foreach (var list in (IReadOnlyList<string>?[])[row.LinkedCtas, row.LinkedSuccessPlans, row.UnlinkedCtas, row.UnlinkedSuccessPlans])
        {
            if (list?.Any(string.IsNullOrWhiteSpace) == true)
            {
                return new(RecordErrorCodes.InvalidValue, "The GSID of a link is empty. Write the plan or CTA first, and use the Gsid of its outcome.", CustomerGoalFields.LinkedCtas.Name);
            }
        }

        return null;
    }

    protected override void WriteBeside(Utf8JsonWriter writer, CustomerGoal body)
    {
        Write(writer, "association", body.LinkedCtas, body.LinkedSuccessPlans);

        if (!IsInsert)
        {
            Write(writer, _unlink, body.UnlinkedCtas, body.UnlinkedSuccessPlans);
        }
    }

    /// <summary>Reads back whether links are gone, because no source names the member that removes them, and a tenant may ignore it.</summary>
    public override async Task ReviewAsync(IReadOnlyList<WriteRow<CustomerGoal>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        var row = rows[0];
        string[] unlinked = [.. row.Body.UnlinkedCtas ?? [], .. row.Body.UnlinkedSuccessPlans ?? []];
        if (row.Outcome is not { Status: RowStatus.Updated } updated || unlinked.Length == 0)
        {
            return;
        }

        // Unknown until the read shows it: the read can be canceled, or fail in a handler of the application.
        row.Outcome = Unconfirmed(
            $"The goal was updated. Whether its links were removed could not be read. The member that removes them is not documented: {nameof(GainsightClientOptions.CustomerGoalUnlinkMember)} replaces it.");
        if (await GoalLinkReader.ReadAsync(Context, row.Gsid!, cancellationToken).ConfigureAwait(false) is { } linked)
        {
            row.Outcome = linked.Overlaps(unlinked)
                ? Unconfirmed($"The goal was updated, but its links are still there. The tenant may expect another member than {_unlink}: set {nameof(GainsightClientOptions.CustomerGoalUnlinkMember)}.")
                : updated;
        }

        RowOutcome<CustomerGoal> Unconfirmed(string message) => new(
            row.Index,
            row.Record,
            RowStatus.Unknown,
            row.Gsid,
            [new(RecordErrorCodes.NotConfirmed, message, row.Body.UnlinkedCtas is { Count: > 0 } ? CustomerGoalFields.UnlinkedCtas.Name : CustomerGoalFields.UnlinkedSuccessPlans.Name)],
            updated.RequestId);
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<string>? ctas, IReadOnlyList<string>? plans)
    {
        if (ctas is null && plans is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        Write(writer, "CTA", ctas);
        Write(writer, "SP", plans);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<string>? gsids)
    {
        if (gsids is null)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var gsid in gsids)
        {
            writer.WriteStringValue(gsid);
        }

        writer.WriteEndArray();
    }
}
