namespace Gainsight.Client.Emulator;

/// <summary>A record after all checks: the values to set, or the reason why it fails.</summary>
internal sealed class PlannedCockpitRecord(EmulatedObject target, string reference)
{
    public EmulatedObject Target { get; } = target;

    public string Reference { get; } = reference;

    /// <summary>The row to change, or null for a create.</summary>
    public EmulatedRow? Existing { get; set; }

    public Dictionary<EmulatedField, object?> Values { get; set; } = [];

    /// <summary>The first error.</summary>
    public (string Code, string Text)? Error { get; private set; }

    /// <summary>The value that the row will have.</summary>
    public object? this[string field]
    {
        get
        {
            var found = Target.Field(field);
            return Values.TryGetValue(found, out var value) ? value : Existing?[found] ?? (Existing is null ? found.DefaultValue : null);
        }
        set => Values[Target.Field(field)] = value;
    }

    /// <summary>Work to do after the row is written, such as adding its objectives.</summary>
    public List<Action<EmulatedRow>> AfterWrite { get; } = [];

    public void Fail(string code, string text) => Error ??= (code, text);

    public EmulatedRow Write()
    {
        var row = Existing is null ? Target.Add(Values) : Target.Change(Existing, Values);
        AfterWrite.ForEach(more => more(row));
        return row;
    }
}
