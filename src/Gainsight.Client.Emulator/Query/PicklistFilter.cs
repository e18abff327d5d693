namespace Gainsight.Client.Emulator;

/// <summary>
/// Tests picklist and multi-select fields. Items are named by label (official sample) or GSID (inferred); an unknown name finds nothing. Text
/// operators test the label.
/// </summary>
internal static class PicklistFilter
{
    public static Func<object?, bool> Create(
        string operation, IReadOnlyList<object> values, PicklistCategory picklist, EmulatorSwitches switches)
    {
        HashSet<string> items = [.. values.Select(value => Gsid((string)value, picklist, switches)).OfType<string>()];
        return operation switch
        {
            "EQ" or "IN" or "INCLUDES" => value => Has(value, items),
            "NE" => value => value is null ? switches.NotEqualFindsEmpty : !Has(value, items),
            "EXCLUDES" => value => !Has(value, items),
            "IS_NULL" => value => value is null,
            "IS_NOT_NULL" => value => value is not null,
            _ => OnLabel(ConditionCompiler.Create(operation, values, switches), picklist),
        };
    }

    private static bool Has(object? value, HashSet<string> items) =>
        value is string gsids && (items.Contains(gsids) || (gsids.Contains(';', StringComparison.Ordinal) && gsids.Split(';').Any(items.Contains)));

    private static Func<object?, bool> OnLabel(Func<object?, bool> test, PicklistCategory picklist) =>
        value => test(value is string gsid ? picklist.LabelOf(gsid) : null);

    private static string? Gsid(string labelOrGsid, PicklistCategory picklist, EmulatorSwitches switches) =>
        picklist.Find(labelOrGsid, PicklistReader.Labels(switches))?.Gsid;
}
