namespace Gainsight.Client;

/// <summary>Why Gainsight, or this library before the call, refused a record or one of its fields.</summary>
/// <remarks>
/// The shape follows the leaves of <c>data.errors</c> in a refused write. <see cref="ToString"/> leaves
/// <see cref="InvalidValue"/> and <see cref="Message"/> out, since both can hold the record's data.
/// </remarks>
public sealed class RecordError
{
    /// <summary>Creates an error.</summary>
    /// <param name="code">Gainsight's code (<c>GSOBJ_1012</c>) or one of <see cref="RecordErrorCodes"/>.</param>
    /// <param name="message">The reason in words.</param>
    /// <param name="field">The API name of the field, or null when the error concerns the whole record.</param>
    /// <param name="invalidValue">The refused value as text, or null.</param>
    public RecordError(string? code, string message, string? field = null, string? invalidValue = null)
    {
        Code = code;
        Message = message;
        Field = field;
        InvalidValue = invalidValue;
    }

    /// <summary>Gainsight's error code (<c>GSOBJ_1012</c>) or one of <see cref="RecordErrorCodes"/>; an open set, null when the server gave none.</summary>
    public string? Code { get; }

    /// <summary>The reason in words. Gainsight's own texts can quote the value, so do not log them blindly.</summary>
    public string Message { get; }

    /// <summary>The API name of the field, or null when the error concerns the whole record.</summary>
    public string? Field { get; }

    /// <summary>The refused value as text (several joined by <c>;</c>), or null when the server did not say.</summary>
    public string? InvalidValue { get; }

    /// <summary>The code and the field, without the value.</summary>
    /// <returns>For example <c>GSOBJ_1012 (Stage)</c>.</returns>
    public override string ToString() => Field is null ? Code ?? "error" : $"{Code ?? "error"} ({Field})";
}
