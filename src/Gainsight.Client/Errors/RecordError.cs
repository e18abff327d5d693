namespace Gainsight.Client;

/// <summary>The reason why Gainsight, or this library before the call, refused a record or one of its fields.</summary>
/// <remarks>
/// The properties are those of <c>data.errors</c> in a refused write. <see cref="ToString"/> does not include
/// <see cref="InvalidValue"/> and <see cref="Message"/>, because both can contain the record's data.
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

    /// <summary>Gainsight's error code (<c>GSOBJ_1012</c>) or one of <see cref="RecordErrorCodes"/>. An open set. Null when the server gave no code.</summary>
    public string? Code { get; }

    /// <summary>The reason in words. Gainsight's texts can quote the value, so do not log them without a check.</summary>
    public string Message { get; }

    /// <summary>The API name of the field, or null when the error concerns the whole record.</summary>
    public string? Field { get; }

    /// <summary>The refused value as text (several values are joined by <c>;</c>), or null when the server did not give it.</summary>
    public string? InvalidValue { get; }

    /// <summary>The code and the field, without the value.</summary>
    /// <returns>For example <c>GSOBJ_1012 (Stage)</c>.</returns>
    public override string ToString()
    {
        // The server fills both, so a text that could be a value is left out.
        var code = SafeText.Token(Code) ?? "error";
        return SafeText.IsToken(Field) ? $"{code} ({Field})" : code;
    }
}
