namespace Gainsight.Client.Tests.Writes;

public sealed class ValueComparerTests
{
    private static readonly Dictionary<string, string> Items = new() { ["Gold"] = "1I01", ["Silver"] = "1I02", ["1I01"] = "1I01", ["1I02"] = "1I02" };

    public static TheoryData<object?, string, string?> SameValues => new()
    {
        // Numbers, in any form and with any number of digits.
        { 125_000m, "125000.00000", "CURRENCY" },
        { 125_000, "125000", "NUMBER" },
        { 125_000L, "1.25e5", "NUMBER" },
        { 12.5, "12.50", "PERCENTAGE" },
        { 12.5m, "\"12.5\"", "NUMBER" },
        { "12.50", "12.5", "NUMBER" },
        { 7, "7.0", null },

        // Days.
        { new DateOnly(2027, 3, 31), "\"2027-03-31\"", "DATE" },
        { new DateOnly(2027, 3, 31), "1806451200000", "DATE" },
        { new DateOnly(2027, 3, 31), "\"1806451200000\"", "DATE" },
        { new DateOnly(2027, 3, 31), "\"2027-03-31T00:00:00Z\"", "DATE" },
        { new DateOnly(2027, 3, 31), "\"2027-03-31T00:00:00.000+0000\"", "DATE" },
        { new DateOnly(2027, 3, 31), "\"2027-03-31 00:00:00.0\"", "DATE" },
        { new DateOnly(2027, 3, 31), "\"03-31-2027\"", "DATE" },
        { new DateOnly(2027, 3, 31), "\"2027-03-31\"", null },
        { new DateOnly(2027, 3, 31), "1806451200000", null },
        { "2027-03-31", "1806451200000", "DATE" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.Zero), "\"2027-03-31\"", "DATE" },

        // Instants.
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.Zero), "\"2027-03-31T11:30:00+02:00\"", "DATETIME" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.FromHours(-5)), "\"2027-03-31T14:30:00Z\"", "DATETIME" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.Zero), "1806485400000", "DATETIME" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.Zero), "\"2027-03-31 09:30:00.0\"", null },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, 123, 456, TimeSpan.Zero), "\"2027-03-31T09:30:00.123Z\"", "DATETIME" },

        // A tenant that tells no fraction of a second may have cut it off or rounded it.
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, 651, TimeSpan.Zero), "\"2027-03-31T09:30:00Z\"", "DATETIME" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, 651, TimeSpan.Zero), "\"2027-03-31T11:30:01+02:00\"", "DATETIME" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, 651, TimeSpan.Zero), "\"2027-03-31 09:30:00\"", null },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, 651, TimeSpan.Zero), "\"2027-03-31 09:30:00.6\"", null },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, 651, TimeSpan.Zero), "\"2027-03-31T09:30:00.65Z\"", "DATETIME" },

        // Empty values, in all forms.
        { null, "null", "STRING" },
        { null, "\"\"", "DATE" },
        { null, "", "NUMBER" },
        { "", "null", "STRING" },
        { "", "", null },
        { Array.Empty<string>(), "null", "MULTISELECTDROPDOWNLIST" },
        { null, "[]", "MULTISELECTDROPDOWNLIST" },

        // Booleans.
        { true, "true", "BOOLEAN" },
        { false, "\"false\"", "BOOLEAN" },
        { "true", "true", "BOOLEAN" },

        // Texts and ids.
        { "Acme", "\"Acme\"", "STRING" },
        { "Grün", "\"Gr\\u00fcn\"", "STRING" },
        { 5, "\"5\"", "STRING" },
        { "1P01A", "\"1P01A\"", "LOOKUP" },

        // Picklists.
        { "Gold", "\"1I01\"", "PICKLIST" },
        { "1I01", "\"1I01\"", "PICKLIST" },
        { new[] { "Silver", "Gold" }, "\"1I01;1I02\"", "MULTISELECTDROPDOWNLIST" },
        { new[] { "1I02", "Gold" }, "[\"1I01\",\"1I02\"]", "MULTISELECTDROPDOWNLIST" },
        { new[] { "Other" }, "\"Other\"", "MULTISELECTDROPDOWNLIST" },
        { "Silver;Gold", "\"1I01; 1I02\"", "MULTISELECTDROPDOWNLIST" },
        { new[] { "1I02", "1I01" }, "\"1I01;1I02\"", null },
    };

    public static TheoryData<object?, string, string?> DifferentValues => new()
    {
        { 125_000m, "125000.01", "CURRENCY" },
        { 5, "6", null },
        { 5, "null", "NUMBER" },
        { 0, "", "NUMBER" },
        { null, "0", "NUMBER" },
        { "", "\" \"", "STRING" },
        { "no number", "5", "NUMBER" },
        { new DateOnly(2027, 3, 31), "\"2027-03-30\"", "DATE" },
        { new DateOnly(2027, 3, 31), "\"2027-03-31T05:00:00Z\"", "DATE" },
        { new DateOnly(2027, 3, 30), "\"2027-03-31T00:00:00+05:30\"", "DATE" },
        { "no date", "\"2027-03-31\"", "DATE" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.Zero), "\"2027-03-31T09:30:00+02:00\"", "DATETIME" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, 1, TimeSpan.Zero), "\"2027-03-31T09:30:00.000Z\"", "DATETIME" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, 1, TimeSpan.Zero), "1806485400000", "DATETIME" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, 651, TimeSpan.Zero), "\"2027-03-31T09:29:59Z\"", "DATETIME" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, 651, TimeSpan.Zero), "\"2027-03-31T09:30:00.5Z\"", "DATETIME" },
        { new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.Zero), "\"2027-03-31T09:30:01Z\"", "DATETIME" },
        { true, "false", "BOOLEAN" },
        { "acme", "\"Acme\"", "STRING" },
        { "5", "\"5.0\"", "STRING" },
        { "Gold", "\"1I02\"", "PICKLIST" },
        { "Platinum", "\"1I01\"", "PICKLIST" },
        { new[] { "Gold" }, "\"1I01;1I02\"", "MULTISELECTDROPDOWNLIST" },
        { new[] { "Gold", "Platinum" }, "\"1I01\"", "MULTISELECTDROPDOWNLIST" },
        { null, "\"1I01\"", "PICKLIST" },
        { null, "\"x\"", null },
        { "x", "null", null },
        { true, "false", null },
        { new DateOnly(2027, 3, 31), "\"2027-03-31T00:00:00Z\"", "STRING" },
    };

    public static TheoryData<object?, string, string?> UnclearValues => new()
    {
        { "Gold", "\"1I01\"", "PICKLIST" },
        { new[] { "Gold" }, "\"1I01\"", "MULTISELECTDROPDOWNLIST" },
        { "Gold", "\"1I01\"", null },
        { "2027-03-31", "1806451200000", null },
        { "12.50", "12.5", null },
        { 5, "\"5.0\"", null },
        { true, "\"yes\"", null },
        { "yes", "true", null },
    };

    [Theory]
    [MemberData(nameof(SameValues))]
    public void Values_that_mean_the_same_are_the_same_in_every_form(object? sent, string held, string? type) =>
        Compare(sent, held, type, Items.GetValueOrDefault).Should().Be(Sameness.Same);

    [Theory]
    [MemberData(nameof(DifferentValues))]
    public void Values_with_different_meanings_differ(object? sent, string held, string? type) =>
        Compare(sent, held, type, Items.GetValueOrDefault).Should().Be(Sameness.Different);

    [Theory]
    [MemberData(nameof(UnclearValues))]
    public void Texts_that_only_the_type_or_the_items_could_decide_are_unclear(object? sent, string held, string? type) =>
        Compare(sent, held, type, itemOf: null).Should().Be(Sameness.Unclear);

    private static Sameness Compare(object? sent, string held, string? type, Func<string, string?>? itemOf)
    {
        var field = Field.ByName("F__gc");
        var row = new ObjectRecord { [field.Name] = sent };
        row.TryGetValue(field, out var sentValue);
        RecordValue heldValue = default;
        if (held.Length > 0)
        {
            Wire.Row(held).TryGetValue(field, out heldValue);
        }

        return ValueComparer.Compare(sentValue, heldValue, type is null ? default : new DataType(type), itemOf);
    }
}
