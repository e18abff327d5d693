namespace Gainsight.Client.Generators;

/// <summary>How a token is made.</summary>
internal static class Tokens
{
    public static string Make(FieldModel field)
    {
        var name = Symbols.Literal(field.ApiName);
        var readOnly = field.IsReadOnly ? ", isReadOnly: true" : "";
        if (field.LookupTo is { } target)
        {
            return $"{Names.Sdk}.Field.CustomLookup({name}, {Symbols.Literal(target)}{readOnly})";
        }

        if (field.LabelOf is { } lookup)
        {
            return $"{Names.Sdk}.Field.Label({name}, {Symbols.Literal(lookup)})";
        }

        var dataType = field.DataType ?? (field.IsReadOnly ? ValueTypes.UsualDataType(field.ValueType) : null);
        return $"{Names.Sdk}.Field.Custom<{field.ValueType}>({name}{(dataType is null ? "" : ", " + dataType)}{readOnly})";
    }
}
