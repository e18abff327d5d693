namespace Gainsight.Client;

/// <summary>A field whose values are of a known .NET type.</summary>
/// <typeparam name="T">The .NET type, never nullable: an absent value reads as null.</typeparam>
public class Field<T> : Field
{
    internal Field(string name, DataType dataType, bool isReadOnly = false)
        : base(name, dataType, isReadOnly) => FieldTypes.DataTypeOf<T>();
}
