using System.Text;

namespace Gainsight.Client.Tests;

public sealed class RecordErrorReaderTests
{
    private const string Leaf = """{"errorMessage":"bad","errorCode":"GSOBJ_1012","fieldName":"Stage","invalidValue":["Orbiting"]}""";

    [Theory]
    [InlineData($$"""[[{"success":false,"parsedValue":"Orbiting","errors":[{{Leaf}}]}]]""", 1)]
    [InlineData($$"""[{"errors":[{{Leaf}}]}]""", 1)]
    [InlineData($"[{Leaf}]", 1)]
    [InlineData(Leaf, 1)]
    [InlineData($$"""[[{"errors":[{{Leaf}},{{Leaf}}]},{"errors":[{{Leaf}}]}],[{"errors":[{{Leaf}}]}]]""", 4)]
    [InlineData($$$"""[null,[],[[]],1,"x",{"errors":[]},{"errors":null},{},[{"errors":{"errors":[{{{Leaf}}}]}}]]""", 1)]
    public void Every_nesting_is_flattened_in_order(string json, int count)
    {
        var errors = Read(json);

        errors.Should().HaveCount(count).And.AllBeEquivalentTo(new RecordError("GSOBJ_1012", "bad", "Stage", "Orbiting"));
    }

    [Theory]
    [InlineData("\"Orbiting\"", "Orbiting")]
    [InlineData("""["a","b"]""", "a;b")]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("-12.50", "-12.50")]
    [InlineData("true", "true")]
    [InlineData("""["a",1,null]""", "a;1;")]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    public void The_invalid_value_is_text_whatever_its_type(string json, string? expected) =>
        Read($$"""[{"errorCode":"c","invalidValue":{{json}}}]""").Should().ContainSingle().Which.InvalidValue.Should().Be(expected);

    [Fact]
    public void A_leaf_without_a_message_still_says_something()
    {
        var error = Read("""[{"errorCode":"c"}]""").Should().ContainSingle().Subject;

        error.Message.Should().NotBeEmpty();
        error.Field.Should().BeNull();
    }

    [Fact]
    public void An_entry_with_an_empty_nested_list_is_an_error_itself() =>
        Read("""[{"errorCode":"c","errorMessage":"m","errors":[]}]""").Should().ContainSingle().Which.Code.Should().Be("c");

    [Fact]
    public void No_errors_are_no_errors() => RecordErrorReader.Read(default).Should().BeEmpty();

    [Theory]
    [InlineData("errors")]
    [InlineData("\\u0065rrors")]
    [InlineData("reason")]
    public void Each_value_of_a_deep_nesting_is_read_once(string name)
    {
        var json = string.Concat(Enumerable.Repeat($"{{\"{name}\":", 400)) + "{}" + new string('}', 400);

        Read(json).Should().BeEmpty("reading a value twice at each level would never end");
    }

    [Fact]
    public void Errors_that_are_named_twice_are_all_listed() =>
        Read("""{"errors":[{"errorCode":"a"}],"\u0065rrors":[{"errorCode":"b"}],"errors":[]}""").Select(error => error.Code).Should().Equal("a", "b");

    private static IReadOnlyList<RecordError> Read(string json) => RecordErrorReader.Read(Encoding.UTF8.GetBytes(json));
}
