namespace Gainsight.Client.Fuzz;

/// <summary>Code that must take any input: it succeeds, or fails as documented.</summary>
internal abstract class FuzzTarget
{
    public abstract string Name { get; }

    /// <summary>The share of the time that the target gets.</summary>
    public virtual int Weight => 1;

    /// <summary>Makes the input of a case. The same random numbers make the same input.</summary>
    public abstract byte[] Create(Random random);

    /// <summary>Runs a case. Every exception fails it.</summary>
    public abstract Task RunAsync(byte[] input);

    /// <summary>Smaller inputs that could fail in the same way, the smallest first.</summary>
    public virtual IEnumerable<byte[]> Shrink(byte[] input)
    {
        for (var length = input.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= input.Length; start += length)
            {
                yield return [.. input.AsSpan(0, start), .. input.AsSpan(start + length)];
            }
        }
    }
}
