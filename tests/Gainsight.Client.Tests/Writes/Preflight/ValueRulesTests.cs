using System.Text.Json;

namespace Gainsight.Client.Tests.Writes;

public sealed class ValueRulesTests
{
    private static readonly PicklistItem[] Items =
    [
        new() { Label = "Gold", Gsid = "1I01" },
        new() { Label = "Twice", Gsid = "1I02" },
        new() { Label = "Twice", Gsid = "1I03" },
        new() { Label = "Retired", Gsid = "1I04", IsActive = false },
        new() { Label = "Back", Gsid = "1I05", IsActive = false },
        new() { Label = "Back", Gsid = "1I06" },
    ];

    [Theory]
    [InlineData("NUMBER", "12.345678")]
    [InlineData("CURRENCY", "1e5")]
    [InlineData("A_TYPE_OF_TOMORROW", "{\"a\":1}")]
    [InlineData("DATE", "\"2027-03-31T09:30:00.123+0200\"")]
    [InlineData("DATETIME", "\"2027-03-31 09:30:00.5\"")]
    [InlineData("DATETIME", "1806451200000")]
    [InlineData("STRING", "\"\"")]
    [InlineData("PICKLIST", "\"Gold\"")]
    [InlineData("PICKLIST", "\"1I01\"")]
    [InlineData("PICKLIST", "\"Twice\"")]
    [InlineData("PICKLIST", "\"Back\"")]
    [InlineData("MULTISELECTDROPDOWNLIST", "\"Gold; 1I02\"")]
    [InlineData("MULTISELECTDROPDOWNLIST", "[]")]
    [InlineData("NUMBER", "null")]
    public void Values_that_no_source_says_are_refused_are_accepted(string type, string json) => Check(type, json).Should().BeEmpty();

    [Theory]
    [InlineData("NUMBER", "\"5\"", RecordErrorCodes.InvalidValue)]
    [InlineData("NUMBER", "1e300", RecordErrorCodes.InvalidValue)]
    [InlineData("BOOLEAN", "\"yes\"", RecordErrorCodes.InvalidValue)]
    [InlineData("DATE", "\"03/31/2027\"", RecordErrorCodes.InvalidValue)]
    [InlineData("DATE", "\"2027-02-30\"", RecordErrorCodes.InvalidValue)]
    [InlineData("DATETIME", "9223372036854775807", RecordErrorCodes.InvalidValue)]
    [InlineData("STRING", "5", RecordErrorCodes.InvalidValue)]
    [InlineData("STRING", "\"longer than ten\"", RecordErrorCodes.ValueTooLong)]
    [InlineData("EMAIL", "\"rhea\"", RecordErrorCodes.InvalidValue)]
    [InlineData("PICKLIST", "\"gold\"", RecordErrorCodes.UnknownPicklistItem)]
    [InlineData("PICKLIST", "\"Retired\"", RecordErrorCodes.InactivePicklistItem)]
    [InlineData("PICKLIST", "5", RecordErrorCodes.InvalidValue)]
    [InlineData("MULTISELECTDROPDOWNLIST", "[\"Gold\",\"Nope\"]", RecordErrorCodes.UnknownPicklistItem)]
    [InlineData("MULTISELECTDROPDOWNLIST", "5", RecordErrorCodes.InvalidValue)]
    public void A_value_that_the_field_does_not_accept_is_refused_and_named(string type, string json, string code)
    {
        var error = Check(type, json).Should().ContainSingle().Subject;

        (error.Code, error.Field).Should().Be((code, "F__gc"));
        json.Should().Contain(error.InvalidValue);
        error.Message.Should().NotContain(error.InvalidValue!);
    }

    [Fact]
    public void Without_known_items_every_item_is_accepted() =>
        Errors(new FieldDescription { Name = "F__gc", Label = "F", DataType = DataType.Picklist }, "\"Anything\"").Should().BeEmpty();

    private static List<RecordError> Check(string type, string json) =>
        Errors(new FieldDescription { Name = "F__gc", Label = "F", DataType = new DataType(type), Length = 10, PicklistItems = Items }, json);

    private static List<RecordError> Errors(FieldDescription field, string json)
    {
        var errors = new List<RecordError>();
        using var document = JsonDocument.Parse(json);
        ValueRules.Check(field, document.RootElement, errors);
        return errors;
    }
}
