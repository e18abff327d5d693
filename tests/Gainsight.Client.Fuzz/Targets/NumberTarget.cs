using System.Text.Json;
using Gainsight.Client.Fuzz.Mutations;

namespace Gainsight.Client.Fuzz.Targets;

/// <summary>Numbers and other single values, compared with System.Text.Json.</summary>
internal sealed class NumberTarget : FuzzTarget
{
    public override string Name => "numbers";

    public override byte[] Create(Random random)
    {
        var number = Samples.OneOf(Samples.Numbers, random);
        number = random.Next(4) == 0 ? number : Mutator.Bytes(number, random);
        return random.Next(3) == 0 ? [(byte)'"', .. number, (byte)'"'] : number;
    }

    public override Task RunAsync(byte[] input)
    {
        using var document = Json.TryParse(input);
        if (document is null || !Json.IsUtf8(input))
        {
            return Task.CompletedTask;
        }

        var element = document.RootElement;
        var trimmed = Json.Text(input).Trim(' ', '\t', '\r', '\n');
        var raw = System.Text.Encoding.UTF8.GetBytes(trimmed);
        if (element.ValueKind == JsonValueKind.Number)
        {
            Compare(element.TryGetDecimal(out var number) ? number : null, Read<decimal>(raw));
            Compare(element.TryGetInt64(out var whole) ? whole : null, Read<long>(raw));
            Compare(element.TryGetInt32(out var small) ? small : null, Read<int>(raw));
            Compare(element.TryGetDouble(out var real) && double.IsFinite(real) ? real : null, Read<double>(raw));
        }

        _ = Read<bool>(raw);
        _ = Read<DateOnly>(raw);
        _ = Read<DateTimeOffset>(raw);
        return Task.CompletedTask;
    }

    private static void Compare<T>(T? expected, T? read)
        where T : struct => CheckException.ThrowIf(expected is { } value && (read is not { } other || !value.Equals(other)), $"Another {typeof(T).Name}.");

    private static T? Read<T>(byte[] raw)
        where T : struct
    {
        try
        {
            return JsonSlice.Of(raw).Read<T>("Field");
        }
        catch (GainsightProtocolException)
        {
            return null;
        }
    }
}
