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

    [Theory]
    [InlineData("STRING", "5", "expects text.")]
    [InlineData("RICHTEXTAREA", "5", "expects text.")]
    [InlineData("JSONSTRING", "5", "expects text.")]
    [InlineData("EMAIL", "\"Rhea <rhea@acme.example>\"", "expects an e-mail address.")]
    [InlineData("EMAIL", "5", "expects an e-mail address.")]
    [InlineData("URL", "\"ftp://acme\"", "expects an address that starts with http:// or https://.")]
    [InlineData("URL", "\"/acme\"", "expects an address that starts with http:// or https://.")]
    [InlineData("SFDCID", "\"00100000000abc\"", "expects a Salesforce id of 15 or 18 letters and digits.")]
    [InlineData("SFDCID", "\"001000000000ab-\"", "expects a Salesforce id of 15 or 18 letters and digits.")]
    [InlineData("GSID", "\"1P02\"", "expects a GSID of 36 upper-case letters and digits.")]
    [InlineData("GSID", "\"1p02abcdefghijklmnopqrstuvwxyz123456\"", "expects a GSID of 36 upper-case letters and digits.")]
    [InlineData("LOOKUP", "\"1P02\"", "expects the GSID of a row, 36 upper-case letters and digits. To let Gainsight find the row, use SetLookup.")]
    [InlineData("NUMBER", "\"5\"", "expects a number, not text, in the range of a decimal.")]
    [InlineData("PERCENTAGE", "true", "expects a number, not text, in the range of a decimal.")]
    [InlineData("CURRENCY", "1e40", "expects a number, not text, in the range of a decimal.")]
    [InlineData("JSONNUMBER", "\"5\"", "expects a number, not text, in the range of a decimal.")]
    [InlineData("BOOLEAN", "1", "expects true or false, not text.")]
    [InlineData("JSONBOOLEAN", "\"true\"", "expects true or false, not text.")]
    [InlineData("DATE", "true", "expects a date, such as a DateOnly or the text 2027-03-31.")]
    [InlineData("DATETIME", "1.5", "expects a point in time, such as a DateTimeOffset or the text 2027-03-31T09:30:00Z.")]
    [InlineData("JSON", "5", "expects a JSON object, array or text.")]
    [InlineData("PICKLIST", "{}", "expects the label of a picklist item.")]
    [InlineData("MULTISELECTDROPDOWNLIST", "{}", "expects the labels of picklist items.")]
    [InlineData("MULTISELECTDROPDOWNLIST", "[5]", "expects the label of a picklist item.")]
    public void The_error_names_the_field_and_says_what_it_expects(string type, string json, string expected)
    {
        var error = Check(type, json).Should().ContainSingle().Subject;

        error.Message.Should().Be($"The field F__gc {expected}");
        error.Code.Should().Be(RecordErrorCodes.InvalidValue);
        error.InvalidValue.Should().Be(json.Trim('"') is "{}" ? "{}" : json.StartsWith('[') ? "5" : json.Trim('"'));
    }

    [Theory]
    [InlineData("RICHTEXTAREA", "\"<b>a</b>\"")]
    [InlineData("JSONSTRING", "\"a\"")]
    [InlineData("EMAIL", "\"a@b.test\"")]
    [InlineData("URL", "\"http://a\"")]
    [InlineData("URL", "\"https://a\"")]
    [InlineData("SFDCID", "\"001000000000abc\"")]
    [InlineData("SFDCID", "\"001000000000abcAAA\"")]
    [InlineData("GSID", "\"1P02ABCDEFGHIJKLMNOPQRSTUVWXYZ123456\"")]
    [InlineData("LOOKUP", "\"1P02ABCDEFGHIJKLMNOPQRSTUVWXYZ123456\"")]
    [InlineData("PERCENTAGE", "12.5")]
    [InlineData("JSONNUMBER", "5")]
    [InlineData("BOOLEAN", "true")]
    [InlineData("BOOLEAN", "false")]
    [InlineData("JSONBOOLEAN", "true")]
    [InlineData("DATE", "\"2027-03-31\"")]
    [InlineData("DATE", "\"03-31-2027\"")]
    [InlineData("DATE", "\"2027-03-31 09:30:00\"")]
    [InlineData("DATETIME", "\"2027-03-31T09:30:00Z\"")]
    [InlineData("JSON", "{}")]
    [InlineData("JSON", "[]")]
    [InlineData("JSON", "\"a\"")]
    [InlineData("STRING", "\"exactlyten\"")]
    [InlineData("MULTISELECTDROPDOWNLIST", "\" ; \"")]
    public void A_value_of_the_type_is_accepted(string type, string json) => Check(type, json).Should().BeEmpty();

    [Theory]
    [InlineData("STRING", true)]
    [InlineData("EMAIL", true)]
    [InlineData("URL", true)]
    [InlineData("RICHTEXTAREA", true)]
    [InlineData("JSONSTRING", true)]
    [InlineData("A_TYPE_OF_TOMORROW", false)]
    [InlineData("SFDCID", false)]
    public void The_length_of_texts_is_limited(string type, bool isLimited)
    {
        var text = type switch { "EMAIL" => "rhea@acme.test", "URL" => "http://acme.test", "SFDCID" => "001000000000abcAAA", _ => "eleven long" };

        Check(type, $"\"{text}\"").Select(error => (error.Code, error.Message, error.InvalidValue)).Should().Equal(isLimited
            ? [(RecordErrorCodes.ValueTooLong, $"The field F__gc has a limit of 10 characters, and the text has {text.Length}.", text)]
            : []);
    }

    [Fact]
    public void Without_a_limit_every_length_is_accepted()
    {
        Errors(new FieldDescription { Name = "F__gc", Label = "F", DataType = DataType.String }, "\"eleven long\"").Should().BeEmpty();
        Errors(new FieldDescription { Name = "F__gc", Label = "F", DataType = DataType.String, Length = 0 }, "\"eleven long\"").Should().BeEmpty();
    }

    [Theory]
    [InlineData("STRING", "null", true, true)]
    [InlineData("STRING", "null", false, false)]
    [InlineData("MULTISELECTDROPDOWNLIST", "[]", true, false)]
    [InlineData("MULTISELECTDROPDOWNLIST", "\" ;\"", false, false)]
    public void A_field_that_needs_a_value_cannot_be_emptied(string type, string json, bool isRequired, bool isNillable)
    {
        FieldDescription field = new() { Name = "F__gc", Label = "F", DataType = new DataType(type), PicklistItems = Items, IsRequired = isRequired, IsNillable = isNillable };

        var error = Errors(field, json).Should().ContainSingle().Subject;

        (error.Code, error.Field, error.Message).Should().Be((RecordErrorCodes.NullValue, "F__gc", "The field F__gc cannot be empty. Set a value, or leave the field out."));
    }

    [Theory]
    [InlineData("\"Bronze\"", RecordErrorCodes.UnknownPicklistItem, "F__gc has no such picklist item. The active items are: Gold, Twice, Twice, Back.")]
    [InlineData("\"Retired\"", RecordErrorCodes.InactivePicklistItem, "The picklist item is inactive in F__gc. The active items are: Gold, Twice, Twice, Back.")]
    [InlineData("\"1I04\"", RecordErrorCodes.InactivePicklistItem, "The picklist item is inactive in F__gc. The active items are: Gold, Twice, Twice, Back.")]
    [InlineData("\"GOLD\"", RecordErrorCodes.UnknownPicklistItem, "F__gc has no such picklist item. Did you mean Gold? Upper and lower case matter.")]
    [InlineData("\"RETIRED\"", RecordErrorCodes.UnknownPicklistItem, "F__gc has no such picklist item. The active items are: Gold, Twice, Twice, Back.")]
    public void The_error_of_a_picklist_names_the_items_that_are_accepted(string json, string code, string message)
    {
        var error = Check("PICKLIST", json).Should().ContainSingle().Subject;

        (error.Code, error.Field, error.InvalidValue, error.Message).Should().Be((code, "F__gc", json.Trim('"'), message));
    }

    [Fact]
    public void A_long_picklist_is_named_in_part_and_one_without_active_items_says_so()
    {
        static string MessageOf(IEnumerable<PicklistItem> items) =>
            Errors(new FieldDescription { Name = "F__gc", Label = "F", DataType = DataType.Picklist, PicklistItems = [.. items] }, "\"x\"").Single().Message;

        MessageOf(Enumerable.Range(1, 30).Select(i => new PicklistItem { Label = $"L{i}", Gsid = $"{i}" })).Should().EndWith(", L29, L30.");
        MessageOf(Enumerable.Range(1, 33).Select(i => new PicklistItem { Label = $"L{i}", Gsid = $"{i}" })).Should().EndWith(", L29, L30 and 3 more.");
        MessageOf([new() { Label = "Retired", Gsid = "1", IsActive = false }]).Should().Be("F__gc has no such picklist item. It has no active item.");
    }

    [Fact]
    public void Every_bad_item_of_a_multi_select_is_named()
    {
        Check("MULTISELECTDROPDOWNLIST", "[\"Nope\",\"Gold\",\"Retired\"]").Select(error => error.InvalidValue).Should().Equal("Nope", "Retired");
        Check("MULTISELECTDROPDOWNLIST", "\"Nope; Gold ;;Retired\"").Select(error => error.InvalidValue).Should().Equal("Nope", "Retired");
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
