using System.Buffers;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Gainsight.Client.Tests.Query;

/// <summary>Filters in the JSON form of the query call.</summary>
public sealed class FilterParseTests
{
    [Theory]
    [InlineData("""{"conditions":[{"name":"Name","alias":"A","value":["Acme"],"operator":"EQ"}],"expression":"A"}""")]
    [InlineData("""{"conditions":[{"name":"Arr","alias":"A","value":[125000.50],"operator":"GT"},{"name":"Live__gc","alias":"B","value":[true],"operator":"EQ"}],"expression":"A OR B"}""")]
    [InlineData("""{"conditions":[{"name":"Csm__gr.Email","alias":"A","value":[],"operator":"IS_NULL"},{"name":"Stage","alias":"B","value":["a","b"],"operator":"NOT_IN"}],"expression":"A AND B"}""")]
    public void What_a_query_sends_is_read_and_sent_again_as_it_was(string where) => Sent(Parse(where)).Should().Be(where);

    [Fact]
    public void Letters_may_come_in_any_order_and_more_than_once_and_parentheses_may_be_needless()
    {
        var filter = Parse("""
            { "expression": " ((C)) AND (A OR (A AND B))", "conditions": [
                { "operator": "EQ", "value": ["b"], "alias": "B", "name": "Name" },
                { "operator": "EQ", "value": ["a"], "alias": "A", "name": "Name" },
                { "operator": "GT", "value": [1], "alias": "C", "name": "Employees" } ] }
            """);
        Filter a = Field.Custom<string>("Name").EqualTo("a"), b = Field.Custom<string>("Name").EqualTo("b"), c = Field.Custom<decimal>("Employees").GreaterThan(1);

        Sent(filter).Should().Be(Sent(c & (a | (a & b))));
    }

    [Fact]
    public void Whatever_is_sent_is_read_as_the_same_filter() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Filters(4).ToArbitrary(), filter =>
        {
            var sent = Sent(filter);

            Sent(Parse(sent)).Should().Be(sent);
        }));

    [Theory]
    [InlineData("[]", "*object*")]
    [InlineData("""{"conditions":[]}""", "*no expression*")]
    [InlineData("""{"conditions":[],"expression":""}""", "expression*ends*")]
    [InlineData("""{"conditions":{},"expression":"A"}""", "conditions*")]
    [InlineData("""{"where":{},"expression":"A"}""", "where*")]
    [InlineData("""{"conditions":[5],"expression":"A"}""", "conditions[0]*")]
    [InlineData("""{"conditions":[{"name":"N","alias":"A","value":["secret"]}],"expression":"A"}""", "conditions[0]*missing*")]
    [InlineData("""{"conditions":[{"name":"N","alias":"A","value":"secret","operator":"EQ"}],"expression":"A"}""", "conditions[0].value*")]
    [InlineData("""{"conditions":[{"name":"N","alias":"A","value":["secret",1],"operator":"IN"}],"expression":"A"}""", "conditions[0].value[1]*same kind*")]
    [InlineData("""{"conditions":[{"name":"N","alias":"A","value":[1e99],"operator":"EQ"}],"expression":"A"}""", "conditions[0].value[0]*")]
    [InlineData("""{"conditions":[{"name":"N","alias":"A","value":[null],"operator":"EQ"}],"expression":"A"}""", "conditions[0].value[0]*")]
    [InlineData("""{"conditions":[{"name":"N","alias":"A","value":["secret","x"],"operator":"EQ"}],"expression":"A"}""", "conditions[0]*1 value*")]
    [InlineData("""{"conditions":[{"name":"N","alias":"AA","value":["secret"],"operator":"EQ"}],"expression":"AA"}""", "conditions[0].alias*")]
    [InlineData("""{"conditions":[{"name":" ","alias":"A","value":["secret"],"operator":"EQ"}],"expression":"A"}""", "conditions[0].name*")]
    [InlineData("""{"conditions":[{"name":"N","alias":"A","values":["secret"],"operator":"EQ"}],"expression":"A"}""", "conditions[0].values*")]
    public void What_is_no_filter_is_refused_with_the_place_and_without_values(string where, string message) => Refused(where, message);

    [Theory]
    [InlineData("A", "*leaves out*")]
    [InlineData("A AND C", "*character 7*")]
    [InlineData("A AND", "*ends*")]
    [InlineData("A B", "*character 3: 'B' is not expected*")]
    [InlineData("A XOR B", "*character 3: this word is not expected*")]
    [InlineData("(A AND B", "*not closed*")]
    [InlineData("A AND B)", "*character 8*")]
    [InlineData("A && B", "*character 3*")]
    [InlineData("A AND B OR A", "*mixed*parentheses*")]
    [InlineData("", "*ends*")]
    public void An_expression_that_is_none_is_refused_with_the_place(string expression, string message) => Refused(
        $$"""{"conditions":[{"name":"N","alias":"A","value":["secret"],"operator":"EQ"},{"name":"N","alias":"B","value":["secret"],"operator":"EQ"}],"expression":"{{expression}}"}""",
        "expression" + message);

    [Fact]
    public void An_expression_of_too_many_conditions_or_parentheses_is_refused()
    {
        const string one = """{"name":"N","alias":"A","value":["x"],"operator":"EQ"}""";

        Refused($$"""{"conditions":[{{one}}],"expression":"{{string.Join(" OR ", Enumerable.Repeat("A", 27))}}"}""", "expression*26*");
        Refused($$"""{"conditions":[{{one}}],"expression":"{{new string('(', 100_000)}}A"}""", "expression*");
    }

    [Theory]
    [InlineData("""{"name":"N","alias":"A","value":["x"],"operator":"EQ"},{"name":"M","alias":"A","value":["x"],"operator":"EQ"}""", "conditions[1].alias: the letter A is used twice.")]
    [InlineData("""{"name":"N","alias":"A","value":["x"],"operator":"EQ"},{"alias":"B","value":["x"],"operator":"EQ"}""", "conditions[1]: name, alias, operator or value is missing.")]
    [InlineData("""{"name":"N","value":["x"],"operator":"EQ"}""", "conditions[0]: name, alias, operator or value is missing.")]
    [InlineData("""{"name":"N","alias":"a","value":["x"],"operator":"EQ"}""", "conditions[0].alias: this is not a letter from A to Z.")]
    [InlineData("""{"name":"N","alias":"[","value":["x"],"operator":"EQ"}""", "conditions[0].alias: this is not a letter from A to Z.")]
    [InlineData("""{"name":"N","alias":"0","value":["x"],"operator":"EQ"}""", "conditions[0].alias: this is not a letter from A to Z.")]
    [InlineData("""{"name":"N","alias":7,"value":["x"],"operator":"EQ"}""", "conditions[0].alias: this is not a string, or it is empty.")]
    [InlineData("""{"name":"N","alias":"A","value":[true,"secret"],"operator":"EQ"}""", "conditions[0].value[1]: the values of a condition*")]
    public void A_condition_that_is_none_is_refused_with_its_number(string conditions, string message) =>
        Refused($$"""{"conditions":[{{conditions}}],"expression":"A"}""", message);

    [Fact]
    public void An_expression_with_half_a_character_is_refused() => Refused(
        """{"conditions":[{"name":"N","alias":"A","value":["secret"],"operator":"EQ"}],"expression":"A \ud800"}""",
        "expression: this is not valid text.");

    private static void Refused(string where, string message) =>
        FluentActions.Invoking(() => Parse(where)).Should().Throw<FormatException>().WithMessage(message)
            .Which.Message.Should().NotContain("secret");

    private static Filter Parse(string where)
    {
        using var document = JsonDocument.Parse(where);
        return Filter.Parse(document.RootElement);
    }

    private static string Sent(Filter filter)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            new QueryPlan { Definition = CompanyFields.Definition, Where = filter }.WriteMembers(writer, WireFormat.Default);
            writer.WriteEndObject();
        }

        return JsonDocument.Parse(Encoding.UTF8.GetString(buffer.WrittenSpan)).RootElement.GetProperty("where").GetRawText();
    }

    private static Gen<Filter> Filters(int depth) => depth == 0
        ? Conditions()
        : Gen.Frequency(
            (1, Conditions()),
            (2, from left in Filters(depth - 1) from right in Filters(depth - 1) from isOr in Gen.Elements(true, false) select isOr ? left | right : left & right));

    private static Gen<Filter> Conditions() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => CompanyFields.Name.EqualTo(text.Get)),
        ArbMap.Default.GeneratorFor<decimal>().Select(number => CompanyFields.Arr.GreaterThan(number)),
        ArbMap.Default.GeneratorFor<int[]>().Select(numbers => CompanyFields.Employees.In([1, .. numbers])),
        Gen.Elements(true, false).Select(flag => Field.Custom<bool>("Live__gc").EqualTo(flag)),
        Gen.Choose(0, 2000).Select(days => CompanyFields.RenewalDate.Between(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1).AddDays(days))),
        Gen.Constant(CompanyFields.Csm.IsNull()),
        Gen.Constant(CompanyFields.Csm.Then(UserFields.Email).Compare(Operator.Raw("NOT_IN"), "a", "b")));
}
