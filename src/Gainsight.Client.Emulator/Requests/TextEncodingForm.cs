namespace Gainsight.Client.Emulator;

/// <summary>The encoding of a text in a response. The documentation is silent; UTF-8 is what everybody expects.</summary>
public enum TextEncodingForm
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    Utf8,

    /// <summary>UTF-8 with a byte order mark.</summary>
    Utf8WithMark,

    /// <summary>UTF-16, little-endian, with a byte order mark. The content type says <c>charset=utf-16</c>.</summary>
    Utf16,

    /// <summary>Latin-1. The content type says <c>charset=iso-8859-1</c>. Other characters become question marks.</summary>
    Latin1,

    /// <summary>Latin-1, although the content type does not say so: not valid UTF-8 if there are characters beyond ASCII.</summary>
    Latin1Undeclared,
}
