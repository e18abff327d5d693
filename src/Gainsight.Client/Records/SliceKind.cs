namespace Gainsight.Client;

/// <summary>The kind of a loaded value.</summary>
internal enum SliceKind : byte
{
    /// <summary>The row has no such field.</summary>
    Absent,

    /// <summary>JSON null.</summary>
    Null,

    /// <summary>A string without escapes. Its bytes are its text.</summary>
    Text,

    /// <summary>A string with escapes.</summary>
    EscapedText,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True.</summary>
    True,

    /// <summary>False.</summary>
    False,

    /// <summary>An array or an object.</summary>
    Structure,
}
