namespace Gainsight.Client.Generators;

/// <summary>Writes what a record type gets: the bodies of its properties, its converter and its object.</summary>
internal static class RecordSource
{
    public static string Write(RecordModel record)
    {
        var text = new SourceText(record.Namespace).Line();
        var full = Symbols.Full(record.Namespace);
        var fields = full + record.FieldsName;
        if (!record.HasConverter)
        {
            _ = text.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof({Names.Sdk}.RecordJsonConverter<{full}{record.Name}>))]");
        }

        _ = text.Open($"partial class {record.Name}{(record.Definition is null ? $" : {Names.Sdk}.IGainsightObject" : "")}");
        foreach (var field in record.Fields.Where(field => !field.HasBody))
        {
            WriteProperty(text, field, record.Values, $"{fields}.{field.Name}");
        }

        if (record.Definition is not null)
        {
            _ = text.Line($"internal override {Names.Sdk}.ObjectDefinition Definition => {fields}.Definition;");
        }
        else
        {
            WriteObject(text, record, fields);
        }

        _ = text.Close().Line();
        FieldsSource.Write(text, record);
        return text.ToString();
    }

    private static void WriteProperty(SourceText text, FieldModel field, string values, string token)
    {
        if (field.IsOblivious)
        {
            _ = text.Line("#nullable disable");
        }

        _ = text.Open($"{field.Modifiers} {field.Type} {field.Name}");
        foreach (var accessor in field.Accessors)
        {
            _ = text.Line(accessor.EndsWith("get", StringComparison.Ordinal) ? $"{accessor} => {values}.Get({token});" : $"{accessor} => {values}.Assign({token}, value);");
        }

        _ = text.Close();
        if (field.IsOblivious)
        {
            _ = text.Line("#nullable enable");
        }

        _ = text.Line();
    }

    private static void WriteObject(SourceText text, RecordModel record, string fields)
    {
        if (!record.HasObjectName)
        {
            _ = text.Line("/// <inheritdoc/>").Line($"static string {Names.Sdk}.IGainsightObject.ObjectName => {Symbols.Literal(record.ObjectName)};");
        }

        if (!record.HasFields)
        {
            var selected = record.Fields.Where(field => field.IsSelected).Select(field => $"{fields}.{field.Name}");
            _ = text.Line().Line("/// <inheritdoc/>").Line(
                $"static global::System.Collections.Generic.IReadOnlyList<{Names.Sdk}.Field> {Names.Sdk}.IGainsightObject.Fields => [{string.Join(", ", selected)}];");
        }
    }
}
