namespace Gainsight.Client.Emulator;

/// <summary>The meaning of <c>ModifiedDate</c> of a deleted row.</summary>
public enum DeletedModifiedDateForm
{
    /// <summary>The time of the last change before the deletion.</summary>
    LastChange,

    /// <summary>The time of the deletion.</summary>
    Deletion,
}
