using System.Buffers;
using System.Text.Json;

namespace Gainsight.Client.Tests.Writes;

/// <summary>The fast check of the preflight against the check of what is written.</summary>
public sealed class PlainValuesTests
{
    private static readonly string[] Types =
    [
        "STRING", "RICHTEXTAREA", "JSONSTRING", "EMAIL", "URL", "SFDCID", "GSID", "LOOKUP", "NUMBER", "PERCENTAGE", "CURRENCY", "JSONNUMBER", "BOOLEAN", "JSONBOOLEAN", "DATE", "DATETIME", "JSON",
        "PICKLIST", "MULTISELECTDROPDOWNLIST", "A_TYPE_OF_TOMORROW",
    ];

    private static readonly RecordValue[] Values =
    [
        RecordValue.Null, RecordValue.Of("text"), RecordValue.Of(string.Empty), RecordValue.Of("longer than ten"), RecordValue.Of("half \ud83d"), RecordValue.Of("a@b.example"),
        RecordValue.Of("https://a.example"), RecordValue.Of("001xx000003DGbX"), RecordValue.Of("1P0123456789ABCDEFGHIJKLMNOPQRSTUVWX"), RecordValue.Of("Gold"), RecordValue.Of("gold"),
        RecordValue.Of("1I01"), RecordValue.Of("Retired"), RecordValue.Of("1I04"), RecordValue.Of("2027-03-31"), RecordValue.Of<bool>(true), RecordValue.Of<int>(5), RecordValue.Of<long>(long.MaxValue),
        RecordValue.Of<decimal>(1.5m), RecordValue.Of<double>(1e300), RecordValue.Of<DateOnly>(new DateOnly(1, 1, 1)), RecordValue.Of<DateTimeOffset>(DateTimeOffset.MaxValue),
        RecordValue.Of(["Gold"]),
    ];

    [Fact]
    public void No_value_that_the_rules_refuse_fits()
    {
        foreach (var type in Types)
        {
            foreach (var length in new int?[] { null, 10, 40 })
            {
                foreach (var shape in Enum.GetValues<FieldShape>())
                {
                    foreach (var value in Values)
                    {
                        var field = FieldOf(type, length);
                        if (PlainValues.Fits(field, value, shape))
                        {
                            Refused(field, value, shape).Should().BeEmpty($"{value.Kind} fits {type} as {shape}");
                        }
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("STRING", "text", true)]
    [InlineData("STRING", "longer than ten", false)]
    [InlineData("PICKLIST", "Gold", true)]
    [InlineData("PICKLIST", "1I01", true)]
    [InlineData("PICKLIST", "gold", false)]
    [InlineData("PICKLIST", "Retired", false)]
    [InlineData("BOOLEAN", true, true)]
    [InlineData("NUMBER", 5, true)]
    [InlineData("NUMBER", "5", false)]
    [InlineData("BOOLEAN", 5, false)]
    public void The_common_values_of_a_type_fit_without_being_written(string type, object value, bool fits)
    {
        var given = value switch
        {
            int number => RecordValue.Of<int>(number),
            bool truth => RecordValue.Of<bool>(truth),
            _ => RecordValue.Of((string)value),
        };

        PlainValues.Fits(FieldOf(type, 10), given, FieldShape.AsIs).Should().Be(fits);
    }

    private static FieldDescription FieldOf(string type, int? length) => new()
    {
        Name = "F__gc",
        Label = "F",
        DataType = new DataType(type),
        Length = length,
        PicklistItems = type is "PICKLIST" or "MULTISELECTDROPDOWNLIST"
            ? [new() { Label = "Gold", Gsid = "1I01" }, new() { Label = "Retired", Gsid = "1I04", IsActive = false }]
            : [],
    };

    private static List<RecordError> Refused(FieldDescription field, in RecordValue value, FieldShape shape)
    {
        List<RecordError> errors = [];
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            value.Write(writer, Field.ByName(field.Name), shape, WireFormat.Default);
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        ValueRules.Check(field, document.RootElement.EnumerateObject().Single().Value, errors);
        return errors;
    }
}
