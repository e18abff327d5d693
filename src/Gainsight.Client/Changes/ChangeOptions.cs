namespace Gainsight.Client;

/// <summary>How the changes of an object are read.</summary>
public sealed class ChangeOptions
{
    internal static ChangeOptions Default { get; } = new();

    /// <summary>
    /// The field with the time of a row's last change. Default: <c>ModifiedDate</c>, or the field that takes its place in the object (such as
    /// <c>LastModifiedDate</c> of activities). For an object that is known by name, its description is asked, which also finds <c>ModifiedAt</c>.
    /// </summary>
    public Field<DateTimeOffset>? ModifiedDate { get; init; }

    /// <summary>
    /// The unique field that tells rows apart: a text or GSID, or a number. Default: <c>Gsid</c>, or the number <c>Id</c> of an object without a
    /// GSID. Deletions are reported by GSID, so a feed with another key tells of deletions only if the key holds it.
    /// </summary>
    public Field? Key { get; init; }

    /// <summary>How pages are read.</summary>
    public ReadOptions Reading { get; init; } = ReadOptions.Default;
}
