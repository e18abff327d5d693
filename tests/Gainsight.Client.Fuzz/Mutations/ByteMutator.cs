using System.Text;

namespace Gainsight.Client.Fuzz.Mutations;

/// <summary>Changes bytes without regard to what they mean.</summary>
internal static class ByteMutator
{
    private static readonly byte[][] Pieces =
    [
        [0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xED, 0xA0, 0x80],
        .. ((string[])["\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ",", ":", "\r", "\n", "\"\"", "null", "-", "1e999", "<html>", ";", "/", "*", "%", "é", "\u2028", "😀"])
            .Select(Encoding.UTF8.GetBytes),
    ];

    public static byte[] Mutate(byte[] input, Random random)
    {
        var at = random.Next(input.Length + 1);
        var length = Math.Min(random.Next(1, 1 + random.Next(1, 40)), input.Length - at);
        ReadOnlySpan<byte> before = input.AsSpan(0, at), part = input.AsSpan(at, length), after = input.AsSpan(at + length);
        switch (random.Next(6))
        {
            case 0 when input.Length > 0:
                byte[] flipped = [.. input];
                flipped[random.Next(input.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return [.. before];
            case 2:
                return [.. before, .. after];
            case 3:
                return [.. before, .. part, .. part, .. after];
            case 4:
                return [.. before, .. Pieces[random.Next(Pieces.Length)], .. after];
            default:
                return [.. before, .. Pieces[random.Next(Pieces.Length)], .. part, .. after];
        }
    }
}
