namespace Gainsight.Client.Emulator;

/// <summary>
/// Generates GSIDs that look like Gainsight's: type prefix, tenant part and a random tail, so their order does not follow the order of inserts.
/// </summary>
internal sealed class GsidGenerator(SeededRandom random)
{
    public const int Length = 36;

    private const string TenantPart = "DEMO0000000000";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static string KeyPrefix(string typePrefix) => typePrefix + TenantPart;

    public static bool IsWellFormed(string text)
    {
        if (text.Length != Length)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    public string Next(string typePrefix) => string.Create(Length, (typePrefix, random), static (span, state) =>
    {
        state.typePrefix.CopyTo(span);
        TenantPart.CopyTo(span[state.typePrefix.Length..]);
        for (var i = state.typePrefix.Length + TenantPart.Length; i < span.Length; i++)
        {
            span[i] = Alphabet[state.random.NextInt32(Alphabet.Length)];
        }
    });
}
