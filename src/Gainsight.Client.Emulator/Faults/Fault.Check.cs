namespace Gainsight.Client.Emulator;

/// <content>What no call could match, and no server could send.</content>
public sealed partial class Fault
{
    /// <summary>Checks the properties.</summary>
    /// <exception cref="ArgumentException">A property is out of its range. The message names it.</exception>
    internal void Check()
    {
        Check(Probability is >= 0 and <= 1, $"{nameof(Probability)} must be from 0 to 1");
        Check(JobShare is >= 0 and <= 1, $"{nameof(JobShare)} must be from 0 to 1");
        Check(Skip >= 0, $"{nameof(Skip)} must not be negative");
        Check(Count is null or >= 0, $"{nameof(Count)} must not be negative");
        Check(Status is >= 100 and <= 999, $"{nameof(Status)} must be from 100 to 999");
        Check(Delay >= TimeSpan.Zero && CommitDelay >= TimeSpan.Zero, $"{nameof(Delay)} and {nameof(CommitDelay)} must not be negative");
        Check(PieceSize > 0, $"{nameof(PieceSize)} must be at least 1");
        Check(MissingCharacters >= 0, $"{nameof(MissingCharacters)} must not be negative");
    }

    private void Check(bool fits, string rule)
    {
        if (!fits)
        {
            throw new ArgumentException($"In a fault {Kind}, {rule}.");
        }
    }
}
