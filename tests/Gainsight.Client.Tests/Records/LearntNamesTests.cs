using System.Text;

namespace Gainsight.Client.Tests.Records;

public sealed class LearntNamesTests
{
    private static readonly Field[] Two = ["Name", "Arr"];
    private static readonly Field[] Three = ["Name", "Arr", "Tier__gc"];

    private readonly LearntNames _names = new();

    [Fact]
    public void A_page_of_another_selection_has_the_fields_of_its_own_answer_only()
    {
        Read(Three, """[{"Name":"a","Arr":1,"Tier__gc":"Gold"}]""");

        Read(Two, """[{"Arr":2,"Name":"b"}]""").FieldNames.Should().BeEquivalentTo("Name", "Arr");
    }

    [Fact]
    public void A_later_page_with_fewer_fields_has_no_values_of_the_earlier_one()
    {
        Read(Three, """[{"Name":"a","Arr":1,"Tier__gc":"Gold"}]""");

        var row = Read(Three, """[{"Arr":2}]""");

        row.FieldNames.Should().Equal("Arr");
        row["Name"].Should().BeNull();
    }

    [Fact]
    public void A_page_after_one_that_could_not_be_read_is_read()
    {
        FluentActions.Invoking(() => Read(Two, """[{"Name":"a",]""")).Should().Throw<GainsightProtocolException>();

        Read(Two, """[{"Name":"b","Arr":2}]""")["Name"].Should().Be("b");
    }

    [Fact]
    public void An_answer_with_many_names_that_were_not_requested_does_not_widen_later_ones()
    {
        Read(Two, $$"""[{{{string.Join(',', Enumerable.Range(0, 500).Select(field => $"\"F{field}\":1"))}}}]""");

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(Two, """[{"Name":"b","Arr":2}]""");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(8_192);
    }

    [Fact]
    public async Task Reads_at_the_same_time_do_not_disturb_each_other()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), (i, _) =>
        {
            var fields = i % 3 == 0 ? Two : Three;
            var row = Read(fields, i % 2 == 0 ? $$"""[{"Name":"{{i}}","Arr":{{i}}}]""" : $$"""[{"Arr":{{i}},"Tier__gc":"x","Name":"{{i}}"}]""");
            row["Name"].Should().Be($"{i}");
            row["Arr"].Should().Be((decimal)i);
            return ValueTask.CompletedTask;
        });
    }

    private ObjectRecord Read(Field[] fields, string page) => _names.Read<ObjectRecord>("Company", fields, labels: null, Encoding.UTF8.GetBytes(page)).Single();
}
