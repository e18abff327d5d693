using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>Any value that is written is read back unchanged.</summary>
public sealed class RoundTripPropertyTests
{
    private static readonly string[] Pieces = ["a", "Z", " ", "\"", "\\", "/", "<", "ü", "€", "\n", "\u0001", "😀", "{}", "' OR 1=1"];

    [Fact]
    public void Texts_of_any_characters_come_back_unchanged()
    {
        var texts = Gen.ListOf(Gen.Elements(Pieces), 8).Select(pieces => string.Concat(pieces)).ToArbitrary();

        Prop.ForAll(texts, text => RoundTrip("Industry", JsonSerializer.Serialize(text)).GetString() == text).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Numbers_come_back_with_every_digit()
    {
        var numbers = Gen.Zip(Gen.Choose(int.MinValue, int.MaxValue), Gen.Choose(0, 20))
            .Select(parts => new decimal(parts.Item1, 7, 1, parts.Item1 < 0, (byte)parts.Item2))
            .ToArbitrary();

        Prop.ForAll(numbers, number =>
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            return RoundTrip("Arr", text).GetRawText() == text;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Days_come_back_from_either_form()
    {
        var days = Gen.Choose(0, 73_000).Select(n => new DateOnly(1900, 1, 1).AddDays(n)).ToArbitrary();

        Prop.ForAll(days, day =>
        {
            string iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), american = day.ToString("MM-dd-yyyy", CultureInfo.InvariantCulture);
            return RoundTrip("RenewalDate", $"\"{iso}\"").GetString() == iso && RoundTrip("RenewalDate", $"\"{american}\"").GetString() == iso;
        }).QuickCheckThrowOnFailure();
    }

    private static JsonElement RoundTrip(string field, string json)
    {
        using var tenant = new Tenant();
        var inserted = tenant.InsertAsync("Company", $$"""{"Name":"a","{{field}}":{{json}}}""").GetAwaiter().GetResult();
        inserted.Result.Should().BeTrue(inserted.Text);
        return tenant.QueryAsync("Company", $$"""{"select":["{{field}}"]}""").GetAwaiter().GetResult().Records.Single().GetProperty(field);
    }
}
