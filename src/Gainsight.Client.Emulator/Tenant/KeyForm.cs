namespace Gainsight.Client.Emulator;

/// <summary>What the tenant leaves out of account when it compares texts as keys.</summary>
[Flags]
internal enum KeyForm
{
    Exact = 0,
    Trimmed = 1,
    Composed = 2,
    Caseless = 4,
    SalesforceIds = 8,
}

/// <summary>Brings the values of keys into the form in which the tenant compares them.</summary>
internal static class KeyForms
{
    private const string Checksum = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    public static object Normalize(this KeyForm form, EmulatedField field, object value) => (form, value) switch
    {
        (KeyForm.Exact, _) or (_, not string) => value,
        (_, string text) when field.DataType == EmulatedDataType.SfdcId =>
            form.HasFlag(KeyForm.SalesforceIds) && text.Length == 15 ? text + Suffix(text) : text,
        (_, string text) when field.DataType
            is EmulatedDataType.String or EmulatedDataType.Email or EmulatedDataType.Url or EmulatedDataType.RichText or EmulatedDataType.JsonString => Text(form, text),
        _ => value,
    };

    private static string Text(KeyForm form, string text)
    {
        text = form.HasFlag(KeyForm.Trimmed) ? text.Trim() : text;
        text = form.HasFlag(KeyForm.Composed) ? LatinComposition.Compose(text) : text;
        return form.HasFlag(KeyForm.Caseless) ? text.ToUpperInvariant() : text;
    }

    /// <summary>The last three characters of an id of 18: they say which of the first 15 are capital letters.</summary>
    private static string Suffix(string id) => string.Create(3, id, static (span, id) =>
    {
        for (var group = 0; group < 3; group++)
        {
            var capitals = 0;
            for (var i = 0; i < 5; i++)
            {
                capitals |= char.IsAsciiLetterUpper(id[(group * 5) + i]) ? 1 << i : 0;
            }

            span[group] = Checksum[capitals];
        }
    });
}
