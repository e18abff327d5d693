namespace Gainsight.Client.Generators;

/// <summary>Writes the class of the fields of a record type: the tokens, and below them what lists them.</summary>
internal static class FieldsSource
{
    public static void Write(SourceText text, RecordModel record)
    {
        if (!record.HasFieldsPart)
        {
            _ = text.Line($"/// <summary>The fields of <see cref=\"{record.Name}\"/>.</summary>");
        }

        _ = text.Open($"{(record.HasFieldsPart ? "" : record.IsPublic ? "public " : "internal ")}static partial class {record.FieldsName}");
        foreach (var name in Names.SystemFields.Take(1).Where(record.SystemFields.Contains))
        {
            WriteSystemField(text, name);
        }

        foreach (var field in record.Fields.Where(field => !field.HasToken))
        {
            _ = text.Line($"/// <inheritdoc cref=\"{record.Name}.{field.Name}\"/>")
                .Line($"{(field.IsPublic ? "public" : "internal")} static {field.TokenType} {field.Name} {{ get; }} = {Tokens.Make(field)};").Line();
        }

        foreach (var name in Names.SystemFields.Skip(1).Where(record.SystemFields.Contains))
        {
            WriteSystemField(text, name);
        }

        WriteList(text, record);
        if (record.Definition is { } definition)
        {
            WriteDefinition(text, record, definition);
        }

        _ = text.Close();
    }

    private static void WriteSystemField(SourceText text, string name)
    {
        var type = name is "CreatedBy" or "ModifiedBy" ? "LookupField" : name == "Gsid" ? "Field<string>" : "Field<global::System.DateTimeOffset>";
        _ = text.Line($"/// <inheritdoc cref=\"{Names.Sdk}.SystemFields.{name}\"/>").Line($"public static {Names.Sdk}.{type} {name} => {Names.Sdk}.SystemFields.{name};").Line();
    }

    private static void WriteList(SourceText text, RecordModel record)
    {
        var all = record.SystemFields.Where(name => name == "Gsid")
            .Concat(record.Fields.Where(field => field.IsPublic).Select(field => field.Name))
            .Concat(record.SystemFields.Where(name => name != "Gsid"));
        _ = text.Line("/// <summary>Every field, system fields included.</summary>")
            .Line($"public static global::System.Collections.Generic.IReadOnlyList<{Names.Sdk}.Field> All {{ get; }} = [{string.Join(", ", all)}];");
    }

    private static void WriteDefinition(SourceText text, RecordModel record, DefinitionModel definition)
    {
        _ = text.Line().Open($"internal static {Names.Sdk}.ObjectDefinition Definition {{ get; }} = new({Symbols.Literal(record.ObjectName)}, All)");
        if (!definition.IsDescribed)
        {
            var selected = definition.SelectedSystemFields.Where(name => name == "Gsid")
                .Concat(record.Fields.Where(field => field.IsSelected).Select(field => field.Name))
                .Concat(definition.SelectedSystemFields.Where(name => name != "Gsid"));
            _ = text.Line($"DefaultSelect = [{string.Join(", ", selected)}],");
        }

        _ = text.Line($"Required = [{string.Join(", ", record.Fields.Where(field => field.IsRequired).Select(field => field.Name))}],");
        foreach (var field in record.Fields.Where(field => field.IsOwner))
        {
            _ = text.Line($"Owner = {field.Name},");
        }

        foreach (var field in record.Fields.Where(field => field.IsModifiedDate))
        {
            _ = text.Line($"ModifiedDate = {field.Name},");
        }

        foreach (var part in definition.Parts)
        {
            _ = text.Line($"{part} = {part},");
        }

        _ = text.Close();
        // The end of the initializer.
        _ = text.Line(";");
    }
}
