using Gainsight.Client.Tests.Query;

namespace Gainsight.Client.Tests.Metadata;

public sealed class DescribedObjectTests
{
    private const string Users = """{"objectName":"gsuser","fields":[{"fieldName":"Email","dataType":"EMAIL"}]}""";
    private const string Assets = """{"objectName":"asset__gc","fields":[{"fieldName":"Serial__gc","dataType":"STRING"}]}""";

    [Theory]
    [InlineData($"[{Users},{Assets}]")]
    [InlineData($"[{Assets},{Users}]")]
    [InlineData($$"""[{"objectName":"x"},{{Assets}}]""")]
    [InlineData(Assets)]
    public async Task A_description_is_that_of_the_object_whatever_else_the_answer_describes(string data)
    {
        using var fixture = new QueryFixture();
        fixture.Wire.Answer(StubHandler.Envelope(data));

        var description = await fixture.Client.Metadata.DescribeAsync("Asset__gc");

        description.Fields.Select(field => field.Name).Should().Equal("Serial__gc");
    }

    [Fact]
    public async Task An_answer_that_describes_only_others_is_refused()
    {
        using var fixture = new QueryFixture();
        fixture.Wire.Answer(StubHandler.Envelope($$"""[{{Users}},{"objectName":"x"}]"""));

        var describe = () => fixture.Client.Metadata.DescribeAsync("Asset__gc");

        await describe.Should().ThrowAsync<GainsightProtocolException>().WithMessage("*Asset__gc*");
    }
}
