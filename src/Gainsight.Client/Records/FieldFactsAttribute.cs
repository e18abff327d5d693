namespace Gainsight.Client;

/// <summary>What is known of a field of the library's own record types besides its token, and how well.</summary>
/// <param name="confidence">How well the field is known: its name, its type and that it can be written.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FieldFactsAttribute(Confidence confidence) : Attribute
{
    public Confidence Confidence { get; } = confidence;

    /// <summary>What is known less well than the rest, or another spelling that was seen.</summary>
    public string? Note { get; set; }

    /// <summary>The lookup whose label the field holds, such as <c>StatusId</c>. The label is written under the field's name and read through the lookup.</summary>
    public string? LabelOf { get; set; }

    /// <summary>Whether an insert is refused without the field.</summary>
    public bool IsRequired { get; set; }

    /// <summary>Whether names are unique only among the rows that hold the same value.</summary>
    public bool IsOwner { get; set; }

    /// <summary>Whether the field takes the place of <see cref="SystemFields.ModifiedDate"/>.</summary>
    public bool IsModifiedDate { get; set; }
}
