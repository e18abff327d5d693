using System.Text;
using System.Text.Unicode;

namespace Gainsight.Client;

/// <summary>The encoding of the rows of a file: UTF-8, or ISO-8859-1 if its header declares that and its rows do not show otherwise.</summary>
/// <remarks>
/// Servers and proxies declare ISO-8859-1 by default, whatever they send. The first row with other characters than ASCII decides: text in ISO-8859-1 is
/// hardly ever valid UTF-8. A row that contradicts it later is an error, as in any file.
/// </remarks>
internal sealed class RowEncoding(bool isDeclaredLatin1)
{
    private bool? _isLatin1 = isDeclaredLatin1 ? null : false;

    /// <summary>Looks at a row before its values are read.</summary>
    public void Look(ReadOnlySpan<byte> row)
    {
        if (_isLatin1 is null && HasOtherThanAscii(row))
        {
            _isLatin1 = !Utf8.IsValid(row);
        }
    }

    /// <summary>The value in UTF-8. False when it is not in the encoding of the file.</summary>
    public bool TryConvert(ReadOnlySpan<byte> value, out ReadOnlySpan<byte> text)
    {
        text = _isLatin1 == true && HasOtherThanAscii(value) ? Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(value)) : value;
        return _isLatin1 == true || !HasOtherThanAscii(value) || Utf8.IsValid(value);
    }

    private static bool HasOtherThanAscii(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyExceptInRange((byte)0, (byte)0x7F);
}
