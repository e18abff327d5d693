namespace Gainsight.Client.Emulator;

/// <summary>Chooses and orders what the response to a write lists.</summary>
internal static class WrittenRecords
{
    public static IEnumerable<T> Arrange<T>(RequestContext context, IEnumerable<T> written)
    {
        switch (context.Switches.WrittenRecords)
        {
            case WrittenRecordsForm.Shuffled:
                List<T> shuffled = [.. written];
                context.Random().Shuffle(shuffled);
                return shuffled;
            case WrittenRecordsForm.Partial:
                return written.Where((_, index) => index % 2 == 0);
            default:
                return written;
        }
    }
}
