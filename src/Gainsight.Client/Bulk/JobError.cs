namespace Gainsight.Client;

/// <summary>An error in the result of a background job.</summary>
/// <param name="row">See <see cref="Row"/>.</param>
/// <param name="error">The reason.</param>
public sealed class JobError(string? row, RecordError error)
{
    /// <summary>What the answer calls the row: the <c>ExternalId</c> of an activity, the e-mail address or the number of a person. Null when it does not say.</summary>
    public string? Row { get; } = row;

    /// <summary>The reason.</summary>
    public RecordError Error { get; } = error;

    /// <summary>The code and the field, without the row and its values.</summary>
    /// <returns>For example <c>GSOBJ_1012 (Stage)</c>.</returns>
    public override string ToString() => Error.ToString();
}
