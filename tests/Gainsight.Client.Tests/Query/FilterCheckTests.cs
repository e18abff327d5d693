using System.Text.Json;

namespace Gainsight.Client.Tests.Query;

/// <summary>Filters that are refused before any call, and the messages.</summary>
public sealed class FilterCheckTests
{
    public static TheoryData<Func<Filter>, string> Mistakes => new()
    {
        { () => CompanyFields.RenewalDate.Compare(Operator.Between, new DateOnly(2027, 1, 1)), "BTW on RenewalDate takes 2 values, not 1.*" },
        { () => CompanyFields.Name.Compare(Operator.EqualTo), "EQ on Name takes 1 value, not 0.*" },
        { () => CompanyFields.Name.Compare(Operator.EqualTo, "a", "b"), "EQ on Name takes 1 value, not 2.*" },
        { () => CompanyFields.Name.In([]), "IN on Name takes at least 1 value, not 0.*" },
        { () => CompanyFields.Name.Compare(Operator.IsNull, "a"), "IS_NULL on Name takes 0 values, not 1.*" },
        { () => CompanyFields.Arr.In(1m, 2m), "Gainsight does not accept IN on Arr, a CURRENCY field; it accepts EQ, NE, LT, GT, LTE, GTE, IS_NULL, IS_NOT_NULL.*Operator.Raw*" },
        { () => CompanyFields.Name.Includes("a"), "Gainsight does not accept INCLUDES on Name, a STRING field*" },
        { () => CompanyFields.Name.Compare(Operator.Between, "a", "b"), "Gainsight does not accept BTW on Name*" },
        { () => CompanyFields.Tags.EqualTo(["Beta"]), "Gainsight does not accept EQ on Tags, a MULTISELECTDROPDOWNLIST field; it accepts INCLUDES, EXCLUDES*" },
        { () => Field.Custom<bool>("Live__gc").IsNull(), "Gainsight does not accept IS_NULL on Live__gc, a BOOLEAN field; it accepts EQ, NE*" },
        { () => CompanyFields.Name.EqualTo(null!), "A value of the filter on Name is null. Use IsNull or IsNotNull.*" },
        { () => CompanyFields.Tags.Compare(Operator.Raw("EQ"), ["Beta"]), "A filter on Tags cannot compare with JSON or with lists.*Includes*" },
        { () => Field.Custom<JsonElement>("Settings__gc").EqualTo(default), "A filter on Settings__gc cannot compare with JSON*" },
        { () => CompanyFields.Name.Compare(default, "a"), "The operator is empty.*Operator.Raw*" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_field_and_a_way_out(Func<Filter> filter, string message) =>
        filter.Should().Throw<ArgumentException>().WithMessage(message);

    [Fact]
    public void No_message_holds_a_value() =>
        ((Func<Filter>)(() => CompanyFields.Name.Compare(Operator.EqualTo, "secret-value", "secret-value")))
            .Should().Throw<ArgumentException>().Which.Message.Should().NotContain("secret-value");

    [Fact]
    public void A_raw_operator_takes_any_number_of_values_on_any_type()
    {
        CompanyFields.Arr.Compare(Operator.Raw("IN"), 1m, 2m).Count.Should().Be(1);
        Field.Custom<bool>("Live__gc").Compare(Operator.Raw("IS_NULL")).Count.Should().Be(1);
        Operator.Raw("NOT_IN").ToString().Should().Be("NOT_IN");
        ((Func<Operator>)(() => Operator.Raw(" "))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_field_of_unknown_type_takes_every_operator()
    {
        var score = CompanyFields.PreviousScore;

        foreach (var each in new[] { Operator.EqualTo, Operator.Contains, Operator.Includes, Operator.In })
        {
            score.Compare(each, "80").Count.Should().Be(1);
        }

        score.Compare(Operator.Between, "1", "2").Count.Should().Be(1);
    }

    [Fact]
    public void Values_are_taken_once_and_kept()
    {
        List<string> names = ["a", "b"];
        var filter = CompanyFields.Name.In(names);
        names.Clear();

        using var body = JsonBody.Create(filter, static (writer, filter) =>
        {
            writer.WriteStartArray();
            filter.Visit(condition => condition.WriteValues(writer, WireFormat.Default));
            writer.WriteEndArray();
        });
        JsonDocument.Parse(body.Memory).RootElement.GetRawText().Should().Be("[\"a\",\"b\"]");
    }
}
