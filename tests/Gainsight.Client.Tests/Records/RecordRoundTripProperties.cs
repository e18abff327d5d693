using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Gainsight.Client.Tests;

public sealed class RecordRoundTripProperties
{
    private static readonly Field<DateTimeOffset> At = Field.Custom<DateTimeOffset>("At__gc");

    private static readonly Gen<string> Names = Gen.Elements(
        Enumerable.Range(0, 12).Select(i => $"F{i}__gc").Concat(["Größe__gc", "a\"b__gc", "Company_ID__gc", "X", "x1"]).ToArray());

    private static readonly Gen<string> Texts = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty)
        .Select(text => new string([.. text.Where(c => !char.IsSurrogate(c))]));

    private static readonly Gen<string> Values = Gen.OneOf(
        Texts.Select(text => JsonSerializer.Serialize(text)),
        ArbMap.Default.GeneratorFor<decimal>().Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ArbMap.Default.GeneratorFor<int>().Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Elements("null", "true", "false", "1e40", "-1.50E-7", "[]", "{}", "[1,{\"a\":[null]}]", "\"\"", "\"\\ud83d\\ude42\"", "\"\\/\""));

    private static readonly Gen<KeyValuePair<string, string>[]> Rows = (
        from name in Names
        from value in Values
        select KeyValuePair.Create(name, value)).ArrayOf().Select(row => row.DistinctBy(pair => pair.Key).ToArray());

    [Fact]
    public void Rows_go_out_byte_for_byte_as_they_came() =>
        Prop.ForAll(Rows.NonEmptyListOf().ToArbitrary(), rows =>
        {
            var wire = rows.Select(Json).ToArray();
            var read = Wire.Read<ObjectRecord>($"[{string.Join(',', wire)}]");
            return read.Select(record => Sorted(Wire.Insert(record))).SequenceEqual(wire.Select(Sorted));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_survive_JSON() =>
        Prop.ForAll(Rows.ToArbitrary(), row =>
        {
            var json = Json(row);
            var loaded = Wire.Read<ObjectRecord>($"[{json}]")[0];
            var once = JsonSerializer.Serialize(JsonSerializer.Deserialize<ObjectRecord>(json));
            var twice = JsonSerializer.Serialize(JsonSerializer.Deserialize<ObjectRecord>(JsonSerializer.Serialize(loaded)));
            return JsonNode.DeepEquals(JsonNode.Parse(once), JsonNode.Parse(json)) && JsonNode.DeepEquals(JsonNode.Parse(twice), JsonNode.Parse(json));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Typed_values_survive_the_wire_in_every_tenant_form()
    {
        var companies =
            from name in Texts
            from arr in ArbMap.Default.GeneratorFor<decimal>()
            from employees in ArbMap.Default.GeneratorFor<int>()
            from day in Gen.Choose(0, DateOnly.MaxValue.DayNumber)
            from milliseconds in Gen.Choose(-2_000_000_000, 2_000_000_000)
            from offset in Gen.Choose(-14 * 60, 14 * 60)
            from items in Gen.Elements("A", "B c", "Ü").ListOf()
            from date in Gen.Elements(DateFormat.Iso, DateFormat.MonthDayYear)
            from multi in Gen.Elements(MultiSelectFormat.Array, MultiSelectFormat.Semicolons)
            select (Company: Company(name, arr, employees, day, milliseconds, offset, items), Format: new WireFormat(date, multi));
        Prop.ForAll(companies.ToArbitrary(), given =>
        {
            var read = Wire.Company(Wire.Insert(given.Company, format: given.Format));
            return read.Name == given.Company.Name && read.Arr == given.Company.Arr && read.Employees == given.Company.Employees
                && read.RenewalDate == given.Company.RenewalDate && read.Get(At)!.Value.EqualsExact(given.Company.Get(At)!.Value)
                && read.Tags!.SequenceEqual(given.Company.Tags!);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Equal_numbers_have_equal_texts_however_they_are_written() =>
        Prop.ForAll(ArbMap.Default.ArbFor<decimal>(), Gen.Choose(0, 5).ToArbitrary(), (number, zeros) =>
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            var padded = text + (text.Contains('.', StringComparison.Ordinal) ? string.Empty : ".0") + new string('0', zeros);
            new ObjectRecord { ["F__gc"] = number }.TryGetText("F__gc", WireFormat.Default, out var set);
            Wire.Row(padded).TryGetText("F__gc", WireFormat.Default, out var loaded);
            return set == loaded && decimal.Parse(set!, CultureInfo.InvariantCulture) == number;
        }).QuickCheckThrowOnFailure();

    private static Company Company(string name, decimal arr, int employees, int day, int milliseconds, int offset, IReadOnlyList<string> items)
    {
        var company = new Company { Name = name, Arr = arr, Employees = employees, RenewalDate = DateOnly.FromDayNumber(day), Tags = items };
        company.Set(At, DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds).ToOffset(TimeSpan.FromMinutes(offset)));
        return company;
    }

    private static string Json(KeyValuePair<string, string>[] row) =>
        "{" + string.Join(',', row.Select(pair => $"{JsonSerializer.Serialize(pair.Key)}:{pair.Value}")) + "}";

    /// <summary>The raw values by name: a schema gives later rows the order of earlier ones.</summary>
    private static string Sorted(string json) =>
        string.Join('\n', JsonDocument.Parse(json).RootElement.EnumerateObject().Select(property => $"{property.Name}={property.Value.GetRawText()}").Order(StringComparer.Ordinal));
}
