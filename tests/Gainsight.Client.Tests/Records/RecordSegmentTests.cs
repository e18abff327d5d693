using System.Runtime.CompilerServices;
using System.Text;

namespace Gainsight.Client.Tests;

public sealed class RecordSegmentTests
{
    [Fact]
    public void A_segment_holds_at_most_64_rows()
    {
        var segments = Parse(Enumerable.Range(0, 130).Select(i => $$"""{"A":{{i}}}"""));

        segments.Select(segment => segment.Rows).Should().Equal(64, 64, 2);
    }

    [Fact]
    public void A_segment_holds_at_most_32_KB_and_a_larger_row_stands_alone()
    {
        int[] lengths = [10_000, 10_000, 10_000, 10_000, 100_000, 5_000, 40_000, 2, 2];
        var segments = Parse(lengths.Select(length => $$"""{"A":"{{new string('x', length - 2)}}"}"""));

        segments.Select(segment => (segment.Rows, segment.TextLength)).Should()
            .Equal((3, 30_000), (1, 10_000), (1, 100_000), (1, 5_000), (1, 40_000), (2, 4));
    }

    [Fact]
    public void Many_fields_make_segments_of_fewer_rows()
    {
        var row = "{" + string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"\"F{i}\":{i}")) + "}";

        Parse(Enumerable.Repeat(row, 10)).Select(segment => segment.Rows).Should().Equal(4, 4, 2);
    }

    [Fact]
    public void Values_stay_with_their_rows_wherever_segments_are_cut()
    {
        var random = new Random(20270331);
        var texts = Enumerable.Range(0, 1_000).Select(i => $"{i}:{new string('x', random.Next(0, 3_000))}").ToArray();
        var rows = Wire.Read<ObjectRecord>(
            $"[{string.Join(',', texts.Select((text, i) => i % 7 == 0 ? $$"""{"N":{{i}},"X{{i % 49}}":null,"T":"{{text}}"}""" : $$"""{"T":"{{text}}","N":{{i}}}"""))}]");

        rows.Should().HaveCount(texts.Length);
        for (var i = 0; i < texts.Length; i++)
        {
            rows[i]["T"].Should().Be(texts[i]);
            rows[i]["N"].Should().Be((decimal)i);
            rows[i].FieldNames.Should().HaveCount(i % 7 == 0 ? 3 : 2);
        }
    }

    [Theory]
    [InlineData(16_381)]
    [InlineData(16_382)]
    [InlineData(16_383)]
    [InlineData(32_765)]
    [InlineData(32_766)]
    [InlineData(32_767)]
    [InlineData(100_000)]
    public void A_value_of_any_length_is_read_beside_others(int length)
    {
        var text = new string('x', length);

        var rows = Wire.Read<ObjectRecord>($$"""[{"A":1,"B":true},{"A":2,"T":"{{text}}","N":null,"B":false},{"A":3}]""");

        rows.Select(row => row["A"]).Should().Equal(1m, 2m, 3m);
        rows.Select(row => row["B"]).Should().Equal(true, false, null);
        (rows[1]["T"] as string == text).Should().BeTrue("a value of {0} characters comes back as it is", length);
        rows[1].FieldNames.Should().Equal("A", "B", "T", "N");
    }

    [Fact]
    public void A_kept_row_keeps_neither_the_page_nor_other_segments()
    {
        var (kept, others) = KeepOne();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        others.Should().OnlyContain(other => !other.IsAlive);
        kept["A"].Should().Be(0m);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (ObjectRecord Kept, List<WeakReference> Others) KeepOne()
    {
        var page = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 200).Select(i => $$"""{"A":{{i}}}"""))}]");
        var reader = new RecordPageReader<ObjectRecord>();
        var segments = reader.ReadSegments(page);
        var kept = new ObjectRecord();
        kept.Load(segments[0], 0);
        return (kept, [new WeakReference(page), new WeakReference(reader), .. segments.Skip(1).Select(segment => new WeakReference(segment))]);
    }

    private static List<RecordSegment> Parse(IEnumerable<string> rows) =>
        new RecordPageReader<ObjectRecord>().ReadSegments(Encoding.UTF8.GetBytes($"[{string.Join(',', rows)}]"));
}
