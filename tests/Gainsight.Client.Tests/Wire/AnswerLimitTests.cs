using System.Diagnostics;
using System.Text;

namespace Gainsight.Client.Tests;

/// <summary>Answers that are made to cost much. Every limit here is far above what a tenant sends.</summary>
public sealed class AnswerLimitTests
{
    [Fact]
    public void Errors_nested_in_errors_are_read_once()
    {
        var json = string.Concat(Enumerable.Repeat("{\"errors\":", 26)) + "{}" + new string('}', 26);
        var watch = Stopwatch.StartNew();

        RecordErrorReader.Read(Encoding.UTF8.GetBytes(json)).Should().BeEmpty();

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void More_errors_than_a_call_can_have_are_refused_and_not_cut_short()
    {
        var json = $"[{string.Join(',', Enumerable.Range(0, 200_000).Select(i => $$"""{"errorCode":"C{{i}}"}"""))}]";

        FluentActions.Invoking(() => RecordErrorReader.Read(Encoding.UTF8.GetBytes(json))).Should().Throw<GainsightProtocolException>()
            .Which.MayHaveBeenProcessed.Should().BeTrue("a list that is cut short would make good rows of bad ones");
    }

    [Fact]
    public void A_row_with_100_000_names_is_refused_at_once()
    {
        var row = $"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"F{i}\":{i}"))}}}";
        var watch = Stopwatch.StartNew();

        FluentActions.Invoking(() => Wire.Read<ObjectRecord>($"[{row}]")).Should().Throw<GainsightProtocolException>().WithMessage("*fields*");

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Rows_that_each_bring_a_new_name_are_refused_before_they_fill_the_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var page = $"[{string.Join(',', Enumerable.Range(0, 10_000).Select(i => $$"""{"F{{i}}":{{i}}}"""))}]";

        FluentActions.Invoking(() => Wire.Read<ObjectRecord>(page)).Should().Throw<GainsightProtocolException>().WithMessage("*fields*");

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100_000_000);
    }

    [Fact]
    public void A_value_of_256_MiB_is_refused_by_its_name()
    {
        var builder = new RecordSegment.Builder(labels: null, new NameMatcher());
        builder.Start();
        var slot = builder.Column("Notes__gc");
        builder.BeginRow();

        builder.Invoking(each => each.Add(slot, SliceKind.Text, GC.AllocateUninitializedArray<byte>(1 << 28)))
            .Should().Throw<GainsightProtocolException>().WithMessage("*'Notes__gc'*");
    }

    public static TheoryData<string> BrokenAnswers => new()
    {
        $$"""{"count":3,"errors":[{{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""{"errorCode":"C{{i}}"}"""))}}]}""",
        $"[\"{new string('x', 2_000_000)}\"]",
        new string('[', 600) + new string(']', 600),
    };

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task A_write_keeps_its_report_whatever_the_answer(string data)
    {
        using var wire = new StubHandler().Answer(StubHandler.Envelope(data));
        using var client = new GainsightClient(new GainsightClientOptions
        {
            Tenant = $"limits{data.Length}",
            Credential = new AccessKeyCredential("key"),
            PrimaryHandler = wire,
            MaxAnswerBytes = 1024 * 1024,
        });

        var report = await client.Companies.InsertAsync([new Company { Name = "A" }, new Company { Name = "B" }]);

        report.Rows.Should().HaveCount(2).And.OnlyContain(row => row.Status == RowStatus.Unknown);
    }

    [Fact]
    public void A_record_of_many_fields_is_filled_in_linear_time()
    {
        const int Fields = 50_000;
        Field<int>[] fields = [.. Enumerable.Range(0, Fields).Select(i => Field.Custom<int>($"F{i}"))];
        var record = new ObjectRecord();
        var watch = Stopwatch.StartNew();

        foreach (var field in fields)
        {
            record.Set(field, 1);
        }

        record.FieldNames.Should().HaveCount(Fields);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData(65)]
    [InlineData(500)]
    public void A_value_that_is_nested_deeper_than_64_is_a_value(int depth)
    {
        var value = $"{new string('[', depth)}{new string(']', depth)}";

        var row = Wire.Row(value);

        row.Get(Field.Custom<string>("F__gc")).Should().Be(value);
        row.Get(Field.Custom<System.Text.Json.JsonElement>("F__gc"))!.Value.ValueKind.Should().Be(System.Text.Json.JsonValueKind.Array);
        row["F__gc"].Should().BeOfType<System.Text.Json.JsonElement>();
    }

    [Fact]
    public void A_value_that_is_nested_too_deep_is_refused_with_the_limit()
    {
        var value = $"{new string('[', 2_000)}{new string(']', 2_000)}";

        FluentActions.Invoking(() => Wire.Row(value)).Should().Throw<GainsightProtocolException>().WithMessage("*512*");
    }

    [Fact]
    public void Fields_in_another_order_in_each_row_cost_no_more_memory_than_in_the_same_order()
    {
        var random = new Random(20270331);
        string[] names = [.. Enumerable.Range(0, 600).Select(i => $"Field_{i}__gc")];
        var ordered = Allocated(Page(() => names));
        var shuffled = Allocated(Page(() => [.. names.OrderBy(_ => random.Next())]));

        shuffled.Should().BeLessThanOrEqualTo(ordered);

        byte[] Page(Func<string[]> order) => Encoding.UTF8.GetBytes(
            $"[{string.Join(',', Enumerable.Range(0, 50).Select(_ => $"{{{string.Join(',', order().Select(name => $"\"{name}\":1"))}}}"))}]");

        static long Allocated(byte[] page)
        {
            var reader = new RecordPageReader<ObjectRecord>();
            reader.ReadSegments(page);
            return Enumerable.Range(0, 5).Min(_ =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                reader.ReadSegments(page);
                return GC.GetAllocatedBytesForCurrentThread() - before;
            });
        }
    }
}
