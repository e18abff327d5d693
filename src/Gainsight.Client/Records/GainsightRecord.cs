namespace Gainsight.Client;

/// <summary>A row of a Gainsight object: typed properties in the derived class, every other field by name.</summary>
public abstract class GainsightRecord
{
    public string? Gsid { get => Get(SystemFields.Gsid); set => Set(SystemFields.Gsid, value); }
    public DateTimeOffset? CreatedDate => Get(SystemFields.CreatedDate);
    public DateTimeOffset? ModifiedDate => Get(SystemFields.ModifiedDate);
    public string? CreatedBy => Get(SystemFields.CreatedBy);
    public string? ModifiedBy => Get(SystemFields.ModifiedBy);
    public IEnumerable<string> FieldNames => throw new NotImplementedException();
    public object? this[string name] { get => throw new NotImplementedException(); set => throw new NotImplementedException(); }
    public T? Get<T>(Field<T> field) where T : struct => throw new NotImplementedException();
    public string? Get(Field<string> field) => throw new NotImplementedException();
    public IReadOnlyList<string>? Get(Field<IReadOnlyList<string>> field) => throw new NotImplementedException();
    public void Set<T>(Field<T> field, T? value) where T : struct => throw new NotImplementedException();
    public void Set(Field<string> field, string? value) => throw new NotImplementedException();
    public void Set(Field<IReadOnlyList<string>> field, IReadOnlyList<string>? value) => throw new NotImplementedException();
    public void SetLookup(LookupField field, Lookup lookup) => throw new NotImplementedException();
    public void SetLookup(LookupField field, Field<string> by, string value) => SetLookup(field, Lookup.By(by, value));
    public void Unset(Field field) => throw new NotImplementedException();
    public bool IsSet(Field field) => throw new NotImplementedException();
    public bool IsChanged(Field field) => throw new NotImplementedException();

    /// <summary>The lookups set on this record, in the order of their target fields' names; empty for most records.</summary>
    internal IReadOnlyList<KeyValuePair<LookupField, Lookup>> Lookups => throw new NotImplementedException();

    /// <summary>The value as the text that a key or an error report is compared by; false when the field is absent.</summary>
    internal bool TryGetText(string name, WireFormat format, out string? text) => throw new NotImplementedException();

    /// <summary>Takes over every writable field that <paramref name="other"/> carries, and its lookups, as changes.</summary>
    internal void TakeFrom(GainsightRecord other, ObjectDefinition definition) => throw new NotImplementedException();
}
