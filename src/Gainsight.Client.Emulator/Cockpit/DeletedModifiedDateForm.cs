namespace Gainsight.Client.Emulator;

/// <summary>What <c>ModifiedDate</c> of a deleted row means.</summary>
public enum DeletedModifiedDateForm
{
    /// <summary>The last change before it was deleted.</summary>
    LastChange,

    /// <summary>The time at which it was deleted.</summary>
    Deletion,
}
