using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>Encodes the texts of responses.</summary>
internal static class TextEncodings
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static Encoding Of(TextEncodingForm form) => form switch
    {
        TextEncodingForm.Utf8WithMark => Encoding.UTF8,
        TextEncodingForm.Utf16 => Encoding.Unicode,
        TextEncodingForm.Latin1 or TextEncodingForm.Latin1Undeclared => Encoding.Latin1,
        _ => Utf8,
    };

    /// <summary>Names the encoding in a content type that names another or none.</summary>
    public static string ContentType(string type, TextEncodingForm form) => form switch
    {
        TextEncodingForm.Utf16 => type.Split(';')[0] + ";charset=utf-16",
        TextEncodingForm.Latin1 => type.Split(';')[0] + ";charset=iso-8859-1",
        _ => type,
    };

    /// <summary>Encodes a body that is UTF-8 anew.</summary>
    public static ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> utf8, TextEncodingForm form)
    {
        var encoding = Of(form);
        return form == TextEncodingForm.Utf8 ? utf8 : (byte[])[.. encoding.Preamble, .. encoding.GetBytes(Utf8.GetString(utf8.Span))];
    }
}
