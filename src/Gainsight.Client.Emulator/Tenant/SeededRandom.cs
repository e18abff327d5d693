using System.Buffers.Binary;

namespace Gainsight.Client.Emulator;

/// <summary>SplitMix64: the same numbers from the same seed on every version of .NET, so a run with faults can be repeated.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private long _state = unchecked((long)seed);

    /// <summary>Starts again with the first number of the seed.</summary>
    public void Restart() => Interlocked.Exchange(ref _state, unchecked((long)seed));

    /// <summary>Where the sequence is: a generator that is set to it goes on with the same numbers.</summary>
    public ulong State
    {
        get => unchecked((ulong)Interlocked.Read(ref _state));
        set => Interlocked.Exchange(ref _state, unchecked((long)value));
    }

    /// <summary>Makes generators that each have their own numbers, all from one seed.</summary>
    public static SeededRandom[] Create(int seed, int count)
    {
        var first = new SeededRandom(unchecked((ulong)seed));
        return [.. Enumerable.Range(0, count).Select(_ => new SeededRandom(first.Next()))];
    }

    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int NextInt32(int exclusiveMaximum) => (int)(Next() % (ulong)exclusiveMaximum);

    /// <summary>A Fisher-Yates shuffle.</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var other = NextInt32(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    /// <summary>Returns a random id in the form of a UUID.</summary>
    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Next());
        return new Guid(bytes);
    }

    public ulong Next()
    {
        unchecked
        {
            var z = (ulong)Interlocked.Add(ref _state, (long)0x9E3779B97F4A7C15UL);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
