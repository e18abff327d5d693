namespace Gainsight.Client;

/// <summary>A field that holds the GSID of a row of another object.</summary>
public sealed class LookupField : Field<string>
{
    internal LookupField(string name, string targetObject, bool isReadOnly = false, string? relationName = null)
        : base(name, DataType.Lookup, isReadOnly)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(targetObject);
        TargetObject = targetObject;
        RelationName = relationName ?? name + "__gr";
    }

    /// <summary>The API name of the object that the field points to, such as <c>gsuser</c>.</summary>
    public string TargetObject { get; }

    /// <summary>The request key that the API's documentation has for a match by one field. Gainsight may know no other key for it.</summary>
    internal (string MatchField, string Key)? DocumentedKey { get; init; }

    /// <summary>The name of the lookup in a dot path: the name that the describe call returns, otherwise <c>{Name}__gr</c>, which is documented for standard lookups.</summary>
    public string RelationName { get; }

    /// <summary>A field of the row that the lookup points to, for selecting, filtering and ordering.</summary>
    /// <typeparam name="T">The .NET type of that field.</typeparam>
    /// <param name="field">The field on <see cref="TargetObject"/>.</param>
    /// <returns>The path <c>{RelationName}.{field}</c>, such as <c>Csm__gr.Email</c>.</returns>
    public Field<T> Then<T>(Field<T> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new Field<T>($"{RelationName}.{field.Name}", field.DataType, isReadOnly: true);
    }

    /// <summary>A lookup field of the row that the lookup points to, for longer paths.</summary>
    /// <param name="field">The lookup field on <see cref="TargetObject"/>.</param>
    /// <returns>The lookup field as a path.</returns>
    public LookupField Then(LookupField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new LookupField($"{RelationName}.{field.Name}", field.TargetObject, isReadOnly: true, $"{RelationName}.{field.RelationName}");
    }
}
