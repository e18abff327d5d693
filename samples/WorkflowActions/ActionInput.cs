namespace WorkflowActions;

/// <summary>What an action does. It returns an outcome for each record, or rows.</summary>
internal delegate Task<IEnumerable<object>> Run(ActionInput input, CancellationToken stop);

/// <summary>The tenant and the checked arguments of a call. Without arguments, a write lists the fields of its records.</summary>
internal sealed class ActionInput(GainsightClient gainsight, JsonElement json)
{
    public GainsightClient Gainsight => gainsight;
    public bool ListsFields => json.ValueKind == JsonValueKind.Undefined;
    public IdentifierKeys Keys => [.. this["keys"].Split(',', StringSplitOptions.TrimEntries).Select(Field.Custom<string>)];
    public Filter? Where => List("where").Select(Filter.Parse).FirstOrDefault();
    public int Limit => List("limit").Select(limit => limit.TryGetInt32(out var rows) && rows > 0 ? rows
        : throw new ArgumentException("limit must be a whole number of rows, at least 1.")).FirstOrDefault(int.MaxValue);
    public ChangeCheckpoint Since => this["since"] is { Length: > 0 } text ? ChangeCheckpoint.Parse(text) : ChangeCheckpoint.Beginning;
    public string this[string name] => Texts(name).First();
    public IEnumerable<string> Texts(string name) => List(name).Select(item => item.ToString());
    public IEnumerable<JsonElement> List(string name) => ListsFields || !json.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
    /// <summary>The argument map says which field a name becomes. API names, and paths such as Csm__gr.Email, need no entry.</summary>
    public FieldMap Map()
    {
        var map = new FieldMap { IncludeApiNames = true, RefuseUnmapped = true };
        List("map").SelectMany(names => names.EnumerateObject()).ToList().ForEach(pair => map[pair.Name] = pair.Value.ToString());
        return map;
    }
}
