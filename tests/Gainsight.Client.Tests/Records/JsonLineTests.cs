using System.Text;

namespace Gainsight.Client.Tests;

public sealed class JsonLineTests
{
    [Fact]
    public async Task A_value_with_line_ends_between_its_members_stays_in_one_line()
    {
        using var stream = new MemoryStream();
        var row = Wire.Row("{\r\n  \"a\": [1,\n 2.50],\n \"b\": \"x\\ny\"\n}");

        await One(row).WriteJsonLinesAsync(stream);

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("{\"F__gc\":{\"a\":[1,2.50],\"b\":\"x\\ny\"}}\n");
    }

    [Fact]
    public async Task A_date_field_with_another_value_is_named_and_leaves_no_part_of_its_line()
    {
        using var stream = new MemoryStream();

        var failure = await One(Wire.Company("""{"Name":"Acme","RenewalDate":"someday"}""")).Awaiting(rows => rows.WriteJsonLinesAsync(stream))
            .Should().ThrowAsync<GainsightProtocolException>().WithMessage("*RenewalDate*");

        failure.Which.Message.Should().NotContain("someday");
        stream.Length.Should().Be(0);
    }

    private static async IAsyncEnumerable<T> One<T>(T row)
    {
        await Task.Yield();
        yield return row;
    }
}
