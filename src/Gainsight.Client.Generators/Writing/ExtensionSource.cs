namespace Gainsight.Client.Generators;

/// <summary>Writes the tokens of a tenant's own fields, and the properties that they become on the record type.</summary>
internal static class ExtensionSource
{
    public static string Write(ExtensionModel extension)
    {
        var text = new SourceText(extension.Namespace).Line();
        _ = text.Open($"static partial class {extension.Name}");
        foreach (var field in extension.Fields)
        {
            _ = text.Line($"{field.Modifiers} {field.Type} {field.Name} => {Names.Tokens}.{field.Name};").Line();
        }

        _ = text.Open($"private static class {Names.Tokens}");
        foreach (var field in extension.Fields)
        {
            _ = text.Line($"internal static readonly {field.TokenType} {field.Name} = {Tokens.Make(field)};");
        }

        _ = text.Close().Close();
        if (extension.HasProperties)
        {
            WriteProperties(text.Line(), extension);
        }

        return text.ToString();
    }

    private static void WriteProperties(SourceText text, ExtensionModel extension)
    {
        var full = Symbols.Full(extension.Namespace) + extension.Name;
        _ = text.Line($"/// <summary>The fields of <see cref=\"{extension.Name}\"/> as properties of the record.</summary>");
        _ = Mark(text, extension.Marks)
            .Open($"{(extension.IsPublic ? "public" : "internal")} static class {extension.PropertiesName}")
            .Line("/// <param name=\"record\">The record.</param>")
            .Open($"extension({extension.Record} record)");
        foreach (var field in extension.Fields)
        {
            // The name in full: a class may have the name of the parameter.
            var token = $"{full}.{field.Name}";
            _ = Mark(text.Line($"/// <inheritdoc cref=\"{extension.Name}.{field.Name}\"/>"), field.Marks)
                .Open($"{(field.IsPublic ? "public" : "internal")} {field.ValueType}? {field.Name}")
                .Line($"get => record.Get({token});");
            _ = (field.IsReadOnly ? text : text.Line($"set => record.Assign({token}, value);")).Close().Line();
        }

        _ = text.Close().Close();
    }

    private static SourceText Mark(SourceText text, EquatableArray<string> marks)
    {
        foreach (var mark in marks)
        {
            _ = text.Line(mark);
        }

        return text;
    }
}
