namespace Gainsight.Client.Emulator;

/// <summary>Decides which rows a page holds, as the switches set. A tenant may send fewer rows than a call asks for, or more.</summary>
internal static class Paging
{
    /// <summary>Returns the page that starts at a row.</summary>
    public static (int Offset, int Size) ByOffset(RequestContext context, int offset, int limit, int most)
    {
        var size = Full(context.Switches, limit, most);
        return (offset, context.Switches.RandomPageSizes is { } seed ? 1 + context.Random(unchecked((ulong)seed)).NextInt32(size) : size);
    }

    /// <summary>Returns the page with a number, from 0. It starts where the page before it ends, however large each of them is.</summary>
    public static (int Offset, int Size) ByNumber(RequestContext context, int number, int limit, int most)
    {
        var size = Full(context.Switches, limit, most);
        if (context.Switches.RandomPageSizes is not { } seed)
        {
            return ((int)Math.Min((long)number * size, int.MaxValue), size);
        }

        var offset = 0L;
        for (var page = 0; page < number && offset < int.MaxValue; page++)
        {
            offset += Random(seed, (ulong)page, size);
        }

        return ((int)Math.Min(offset, int.MaxValue), Random(seed, (ulong)number, size));
    }

    private static int Full(EmulatorSwitches switches, int limit, int most)
    {
        var size = switches.IgnoresLimit ? most : limit;
        return Math.Max(1, Math.Min(size, switches.PageCap ?? size) - switches.PageShortBy);
    }

    private static int Random(int seed, ulong page, int size) => 1 + new SeededRandom(unchecked((ulong)seed * 0x9E3779B97F4A7C15UL) ^ page).NextInt32(size);
}
