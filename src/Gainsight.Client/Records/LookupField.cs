namespace Gainsight.Client;

/// <summary>A field that holds the GSID of a row of another object.</summary>
public sealed class LookupField : Field<string>
{
    internal LookupField(string name, string targetObject, bool isReadOnly = false)
        : base(name, DataType.Lookup, isReadOnly)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(targetObject);
        TargetObject = targetObject;
    }

    /// <summary>The API name of the object that the field points to, such as <c>gsuser</c>.</summary>
    public string TargetObject { get; }

    /// <summary>The request key that the API's documentation has for a match by one field, where it may know no other.</summary>
    internal (string MatchField, string Key)? DocumentedKey { get; init; }

    /// <summary>A field of the row pointed to, for selecting, filtering and ordering.</summary>
    /// <typeparam name="T">The .NET type of that field.</typeparam>
    /// <param name="field">The field on <see cref="TargetObject"/>.</param>
    /// <returns>The path <c>{Name}__gr.{field}</c>. That the relation is the field's name with <c>__gr</c> is documented for standard lookups.</returns>
    public Field<T> Then<T>(Field<T> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new Field<T>($"{Name}__gr.{field.Name}", field.DataType, isReadOnly: true);
    }

    /// <summary>A lookup of the row pointed to, to go one step further.</summary>
    /// <param name="field">The lookup field on <see cref="TargetObject"/>.</param>
    /// <returns>The lookup as a path.</returns>
    public LookupField Then(LookupField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new LookupField($"{Name}__gr.{field.Name}", field.TargetObject, isReadOnly: true);
    }
}
