using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Turns one entry of <c>where.conditions</c> into a test of a row.</summary>
internal sealed class CockpitConditionParser(RequestContext context, CockpitListView view)
{
    private readonly TenantData _tenant = context.Tenant;
    private readonly EmulatorSwitches _switches = context.Switches;

    public (string Alias, Func<EmulatedRow, bool> Matches) Parse(JsonElement json)
    {
        var alias = RequestJson.Text(json, "alias");
        var operation = RequestJson.Text(json, "operator");
        if (RequestJson.Member(json, "associatedRecord") is { ValueKind: JsonValueKind.True })
        {
            return (alias, Associated(operation, Values(json)));
        }

        var name = CockpitRecordPlanner.Text(json, "fieldName")
            ?? (_switches.CockpitConditionsMayUseName ? CockpitRecordPlanner.Text(json, "name") : null);
        (_, var path) = name is null ? default : CockpitColumns.Resolve(context, view, name);
        if (path is null || !CockpitOperators.Takes(path.Leaf, operation))
        {
            throw Invalid(name ?? CockpitRecordPlanner.Text(json, "name") ?? alias);
        }

        var values = Values(json);
        var test = RequestJson.Member(json, "literal") is { } literal
            ? Literal(path.Leaf, operation, literal.ToString())
            : QueryOperators.TakesCount(operation == CockpitOperators.DoesNotContain ? "CONTAINS" : operation, values.Count)
                ? Test(path.Leaf, operation, values)
                : null;
        return test is null ? throw Invalid(name!) : (alias, row => test(path.Read(row)));
    }

    private static RefusedException Invalid(string name) => CockpitReply.Invalid($"Invalid fields or operator in where clause - {name}");

    private static List<JsonElement> Values(JsonElement json) =>
        RequestJson.Member(json, "value") is { ValueKind: JsonValueKind.Array } values ? [.. values.EnumerateArray()] : [];

    private Func<EmulatedRow, bool> Associated(string operation, List<JsonElement> values)
    {
        if (operation != "INCLUDES" || values.Count == 0 || view.ObjectName != ObjectNames.Cta)
        {
            throw Invalid("associatedRecord");
        }

        var linked = _tenant.Find(ObjectNames.AssociatedRecord)!;
        HashSet<string> wanted = [.. values.Select(value => value.ToString())];
        return row => linked.Store.Matching(linked.Field("CtaId"), row.Gsid).Any(each => wanted.Contains((string)each["RecordId"]!));
    }

    /// <summary>Supports days by name and the current user. How <c>LAST_N_DAYS</c> gets its number is unknown, so it is refused.</summary>
    private Func<object?, bool>? Literal(EmulatedField field, string operation, string literal)
    {
        var today = _switches.FilterDayOf(_tenant.Now);
        int? offset = literal switch
        {
            "TODAY" => 0,
            "YESTERDAY" => -1,
            "TOMORROW" => 1,
            _ => null,
        };
        var isDay = field.DataType is EmulatedDataType.Date or EmulatedDataType.DateTime;
        if (isDay && offset is { } days && operation is not ("BTW" or "IS_NULL" or "IS_NOT_NULL"))
        {
            return OnDay(operation, [today.AddDays(days)]);
        }

        return !isDay && literal == "CURRENT_USER" && field.LookupObject == ObjectNames.User && _tenant.ApiUser is { } user
            ? ConditionCompiler.Create(operation, [user], _switches)
            : null;
    }

    private Func<object?, bool>? Test(EmulatedField field, string operation, List<JsonElement> values) => field switch
    {
        { DataType: EmulatedDataType.Date or EmulatedDataType.DateTime } => Dates(field, operation, values),
        { Picklist: { } picklist } => Texts(values) is { } labels
            ? PicklistFilter.Create(operation, labels, picklist, _switches)
            : null,
        { LookupObject: { } name } => Texts(values) is { } texts && _tenant.Find(name) is { } target ? Lookup(field, target, operation, texts) : null,
        _ => Plain(field, operation, values),
    };

    private Func<object?, bool>? Dates(EmulatedField field, string operation, List<JsonElement> values)
    {
        if (values.TrueForAll(CockpitDates.IsDay))
        {
            return OnDay(operation, values.ConvertAll(value =>
            {
                _ = CockpitDates.TryParseDay(value.GetString()!, out var day);
                return day;
            }));
        }

        var moments = new List<object>();
        foreach (var value in values)
        {
            if (field.DataType == EmulatedDataType.DateTime
                && _switches.CockpitFiltersTakeMoments
                && value.ValueKind == JsonValueKind.String
                && WireDates.TryParseDateTime(value.GetString()!, _switches.FilterOffsetOf, ignoreOffset: false, out var moment))
            {
                moments.Add(moment);
            }
        }

        return moments.Count == values.Count ? ConditionCompiler.Create(operation, moments, _switches) : null;
    }

    /// <summary>A day stands for its whole 24 hours, so <c>BTW</c> includes all of the last day (not documented).</summary>
    private Func<object?, bool> OnDay(string operation, IReadOnlyList<DateOnly> days)
    {
        var test = ConditionCompiler.Create(operation, [.. days.Select(day => (object)day)], _switches);
        return value => test(value is DateTimeOffset moment ? _switches.FilterDayOf(moment) : value);
    }

    private Func<object?, bool> Lookup(EmulatedField field, EmulatedObject target, string operation, List<object> values)
    {
        if (!CockpitOperators.IsConfigured(field) && operation is "EQ" or "NE")
        {
            return ConditionCompiler.Create(operation, values, _switches);
        }

        return value =>
        {
            var name = value is string gsid ? target.Store.Find(gsid)?[FieldNames.Name] : null;
            var named = value is not null && values.Exists(each => each.Equals(name) || each.Equals(value));
            return operation switch
            {
                "EQ" or "INCLUDES" => named,
                "NE" or "EXCLUDES" => !named,
                _ => ConditionCompiler.Create(operation, values, _switches)(name),
            };
        };
    }

    private Func<object?, bool>? Plain(EmulatedField field, string operation, List<JsonElement> values)
    {
        var read = new List<object>();
        foreach (var json in values)
        {
            if (field.DataType.IsText() && json.ValueKind == JsonValueKind.String)
            {
                read.Add(json.GetString()!);
            }
            else if (!field.DataType.IsText() && ValueReader.Read(field, field.Name, json, _switches, out var value) is null && value is not null)
            {
                read.Add(value);
            }
        }

        if (read.Count != values.Count)
        {
            return null;
        }

        return operation == CockpitOperators.DoesNotContain
            ? value => value is not string text || !text.Contains((string)read[0], StringComparison.Ordinal)
            : ConditionCompiler.Create(operation, read, _switches);
    }

    private static List<object>? Texts(List<JsonElement> values) =>
        values.TrueForAll(value => value.ValueKind == JsonValueKind.String) ? values.ConvertAll(value => (object)value.GetString()!) : null;
}
