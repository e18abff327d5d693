namespace Gainsight.Client.Fuzz.Mutations;

/// <summary>Changes a document a few times, by its tree or by its bytes.</summary>
internal static class Mutator
{
    private const int MaxRounds = 4;
    private const int MaxLength = 1024 * 1024;

    public static byte[] Json(byte[] json, Random random) => Rounds(json, random, static (each, random) => random.Next(4) == 0 ? ByteMutator.Mutate(each, random) : JsonMutator.Mutate(each, random));

    /// <summary>Changes only the tree, so that the result is JSON.</summary>
    public static byte[] Tree(byte[] json, Random random) => Rounds(json, random, JsonMutator.Mutate);

    public static byte[] Bytes(byte[] text, Random random) => Rounds(text, random, ByteMutator.Mutate);

    private static byte[] Rounds(byte[] document, Random random, Func<byte[], Random, byte[]> mutate)
    {
        for (var rounds = random.Next(1, MaxRounds + 1); rounds > 0 && document.Length < MaxLength; rounds--)
        {
            document = mutate(document, random);
        }

        return document;
    }
}
