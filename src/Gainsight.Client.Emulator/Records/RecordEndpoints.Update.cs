namespace Gainsight.Client.Emulator;

internal static partial class RecordEndpoints
{
    /// <summary>Updates records of an object that accepts writes.</summary>
    public static EmulatorResponse Update(RequestContext context, EmulatedObject target, int? most = null)
    {
        IReadOnlyList<EmulatedField> keys = ReadKeys(context, target);
        using var body = context.Json();
        var request = WriteRequest.Parse(context, target, body.RootElement, most);
        var validator = new RecordValidator(target, context.Switches, keys);
        List<PlannedRecord> records = [.. request.Records.Select(record => validator.Plan(record, request.Lookups, insert: false))];
        if (MustRefuse(context, records))
        {
            return RecordErrors.Refuse(context, records);
        }

        foreach (var record in records.Where(record => record.Errors.Count == 0))
        {
            record.Targets = Match(target, record);
        }

        LimitMatches(context, records);
        if (MustRefuse(context, records))
        {
            return RecordErrors.Refuse(context, records);
        }

        CheckUnmatched(context, records);
        var written = new List<(PlannedRecord Plan, EmulatedRow Row)>();
        foreach (var record in records)
        {
            // An earlier record of the call may have changed the row since it was matched.
            written.AddRange(record.Targets.Select(row => (record, target.Change(target.Store.Find(row.Gsid)!, record.Values))));
        }

        return Written(context, written, records, echo: context.Switches.WriteEcho != WriteEcho.GsidOnly);
    }

    private static List<EmulatedField> ReadKeys(RequestContext context, EmulatedObject target)
    {
        var names = (context.Request.Query("keys") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0 || names.Length > context.Limits.KeysPerUpdate)
        {
            throw RefusedException.BadRequest($"The number of keys must be from 1 to {context.Limits.KeysPerUpdate}.");
        }

        List<EmulatedField> keys = [.. names.Select(name => target.FindField(name) ?? throw RefusedException.UnknownField(name))];
        return keys.Find(key => !key.DataType.MayBeKey()) is { } wrong
            ? throw new RefusedException(ErrorCodes.InvalidField, $"A field of that type cannot be a key. ({wrong.Name}).")
            : keys;
    }

    public static IReadOnlyList<EmulatedRow> Match(EmulatedObject target, PlannedRecord record)
    {
        (var first, var value) = record.Keys.Find(key => key.Field == target.GsidField) is { Field: not null } gsid
            ? gsid
            : record.Keys[0];
        return [.. target.Find(first, value).Where(candidate => record.Keys.TrueForAll(key => target.IsSame(key.Field, key.Value, candidate[key.Field])))];
    }

    private static void LimitMatches(RequestContext context, List<PlannedRecord> records)
    {
        foreach (var record in records.Where(record => record.Targets.Count > 1))
        {
            switch (context.Switches.MultiMatch)
            {
                case MultiMatchForm.FirstUpdated:
                    record.Targets = [record.Targets[0]];
                    break;
                case MultiMatchForm.Refused:
                    record.Targets = [];
                    record.Errors.Add(KeyError(record, ErrorCodes.InvalidValue, "More than one entity matches the given criteria."));
                    break;
            }
        }
    }

    private static void CheckUnmatched(RequestContext context, List<PlannedRecord> records)
    {
        var valid = records.FindAll(record => record.Errors.Count == 0);
        var unmatched = valid.FindAll(record => record.Targets.Count == 0);
        var form = context.Switches.PartialMatch;
        if (unmatched.Count > 0 && (unmatched.Count == valid.Count || form == PartialMatchForm.WholeCallFails))
        {
            throw NoMatch();
        }

        if (form == PartialMatchForm.MatchesUpdatedRestReported)
        {
            unmatched.ForEach(record => record.Errors.Add(KeyError(record, ErrorCodes.NoMatch, ErrorCodes.NoMatchText)));
        }
    }

    private static FieldError KeyError(PlannedRecord record, string code, string message)
    {
        var key = record.Keys[0].Field;
        return new FieldError(code, key.Name, message, record.Sent.TryGetValue(key, out var sent) ? sent : null);
    }
}
