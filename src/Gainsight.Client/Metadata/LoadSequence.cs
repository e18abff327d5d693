namespace Gainsight.Client;

/// <summary>Numbers that tell which of two events in this process came first. A clock may show the same time for both.</summary>
internal static class LoadSequence
{
    private static long _last;

    /// <summary>A number greater than all before it.</summary>
    public static long Next() => Interlocked.Increment(ref _last);
}
