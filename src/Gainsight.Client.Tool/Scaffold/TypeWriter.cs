using System.Globalization;
using System.Text;

namespace Gainsight.Client.Tool;

/// <summary>Writes a type for the record generator.</summary>
internal sealed class TypeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>The text of the file without its header.</summary>
    public static string Write(ScaffoldedType type, string space)
    {
        var writer = new TypeWriter();
        writer.WriteFile(type, space);
        return writer._text.ToString();
    }

    private void WriteFile(ScaffoldedType type, string space)
    {
        Line("#nullable enable");
        Line();
        Line("// The names are those of the tenant's metadata, also where they lack the suffix of custom fields.");
        Line("#pragma warning disable GSC004");
        Line();
        Line("using System;");
        Line("using System.Collections.Generic;");
        Line("using System.Text.Json;");
        Line("using Gainsight.Client;");
        Line();
        Line($"namespace {space};");
        Line();
        var summary = $"{Documented(type.Object.Label, type.Object.Name)} (<c>{SourceText.Documentation(type.Object.Name)}</c>).";
        if (type.Record is { } record)
        {
            Line($"/// <summary>Fields that the tenant adds to <see cref=\"{record.TypeName}\"/>. {summary}</summary>");
            Line($"[GainsightFieldsOf<{record.TypeName}>]");
            Line($"public static partial class {type.Name}");
        }
        else
        {
            Line($"/// <summary>{summary}</summary>");
            Line($"[GainsightObject({SourceText.Literal(type.Object.Name)})]");
            Line($"public sealed partial class {type.Name} : GainsightRecord");
        }

        Open();
        foreach (var field in type.Fields)
        {
            WriteField(field, isToken: type.Record is not null);
        }

        foreach (var items in type.Fields.Select(field => field.Items).OfType<ScaffoldedItems>())
        {
            WriteItems(items, type.Fields.First(field => field.Items == items));
        }

        // The blank line after the last member.
        if (_text[^2] == '\n')
        {
            _ = _text.Remove(_text.Length - 1, 1);
        }

        Close();
    }

    private void WriteField(ScaffoldedField field, bool isToken)
    {
        Line($"/// <summary>{Documented(field.Field.Label, field.Field.Name)}.</summary>");
        if (Remarks(field) is { Length: > 0 } remarks)
        {
            Line($"/// <remarks>{remarks}</remarks>");
        }

        if (Attribute(field, isToken) is { } attribute)
        {
            Line(attribute);
        }

        var token = field.LookupTo is not null ? "LookupField" : $"Field<{field.ValueType}>";
        Line(isToken
            ? $"public static partial {token} {field.Name} {{ get; }}"
            : $"public partial {field.ValueType}? {field.Name} {{ get;{(field.IsReadOnly ? "" : " set;")} }}");
        Line();
    }

    private void WriteItems(ScaffoldedItems items, ScaffoldedField field)
    {
        Line($"/// <summary>The labels of <see cref=\"{field.Name}\"/>. Writes and filters use them; rows hold the GSIDs of the items.</summary>");
        Line($"public static class {items.Name}");
        Open();
        foreach ((var name, var item) in items.Items)
        {
            Line($"/// <summary>{Documented(item.Label, name)}.{(item.IsDefault ? " The default." : "")}{(item.IsActive ? "" : " Inactive: rows can hold it, writes cannot.")}</summary>");
            Line($"public const string {name} = {SourceText.Literal(item.Label)};");
            Line();
        }

        _ = _text.Remove(_text.Length - 1, 1);
        Close();
        Line();
    }

    private static string? Attribute(ScaffoldedField field, bool isToken)
    {
        var values = new List<string>();
        if (field.Name != field.Field.Name || (isToken && !field.Field.Name.EndsWith("__gc", StringComparison.OrdinalIgnoreCase)))
        {
            values.Add(SourceText.Literal(field.Field.Name));
        }

        if (field.DataTypeName is { } dataType)
        {
            values.Add($"DataType = {SourceText.Literal(dataType)}");
        }

        if (field.LookupTo is { } target)
        {
            values.Add($"LookupTo = {SourceText.Literal(target)}");
        }

        if (isToken && field.IsReadOnly)
        {
            values.Add("IsReadOnly = true");
        }

        return values.Count == 0 ? null : $"[GainsightField({string.Join(", ", values)})]";
    }

    private static string Remarks(ScaffoldedField field) => string.Join(' ', Facts(field).OfType<string>());

    private static IEnumerable<string?> Facts(ScaffoldedField field)
    {
        yield return field.Field.IsRequired && !field.IsReadOnly ? "Required for a new row." : null;
        yield return field.Field.IsFormula ? "A formula computes it." : field.IsReadOnly ? "Only Gainsight sets it." : null;
        yield return field is { ValueType: "string", LookupTo: null, Field: { IsPicklist: false, Length: > 0 and var length } }
            ? string.Create(CultureInfo.InvariantCulture, $"At most {length} characters.") : null;
        yield return field.Field.LookupObjects.Count > 0 ? $"Points to {SourceText.Documentation(string.Join(", ", field.Field.LookupObjects))}." : null;
        yield return field.Items is { } items ? $"See <see cref=\"{items.Name}\"/>." : null;
    }

    private static string Documented(string text, string otherwise) =>
        SourceText.Documentation(text) is { Length: > 0 } label ? label.TrimEnd('.') : SourceText.Documentation(otherwise);

    private void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _ = _text.Append(' ', 4 * _depth).Append(line);
        }

        _ = _text.Append('\n');
    }

    private void Open()
    {
        Line("{");
        _depth++;
    }

    private void Close()
    {
        _depth--;
        Line("}");
    }
}
