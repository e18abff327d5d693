using Gainsight.Client.Tests.Query;

namespace Gainsight.Client.Tests.Metadata;

/// <summary>What suggestions cost where an object has many fields and a caller many wrong names.</summary>
public sealed class NearestNameTests : IDisposable
{
    private const int Fields = 2000;

    private readonly QueryFixture _fixture;
    private GainsightClientOptions? _options;

    public NearestNameTests() => _fixture = new QueryFixture(options => _options = options);

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Comparing_a_name_with_thousands_of_others_takes_no_memory_for_each()
    {
        ObjectSummary[] all = [.. Enumerable.Range(0, Fields).Select(i => new ObjectSummary { Name = $"Field_{i}_Value__gc", Label = $"Value {i}" })];
        ObjectList.Nearest("Feild_7_Value__gc", all, item => item.Name, item => item.Label).Should().Contain("Field_7_Value__gc");

        var before = GC.GetAllocatedBytesForCurrentThread();
        ObjectList.Nearest("Something_Else__gc", all, item => item.Name, item => item.Label).Should().BeEmpty();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(10 * Fields);
    }

    [Fact]
    public async Task Only_the_wrong_names_in_the_message_get_suggestions()
    {
        _fixture.Describe(rows: null, ("Asset__gc", string.Join(',', Enumerable.Range(0, Fields).Select(i => $$"""{"fieldName":"Field_{{i}}__gc","label":"Value {{i}}","dataType":"STRING"}"""))));
        Field[] wrong = [.. Enumerable.Range(0, 600).Select(i => (Field)$"Feild_{i}__gc")];

        var failure = (await _fixture.Client.Objects("Asset__gc").Query().Select(wrong).Invoking(query => query.ToListAsync()).Should().ThrowAsync<GainsightValidationException>()).Which;

        failure.Errors.Should().HaveCount(600);
        failure.Errors.Take(5).Should().OnlyContain(error => error.Message.Contains("Did you mean Field_", StringComparison.Ordinal));
        failure.Errors.Skip(5).Should().OnlyContain(error => error.Message.EndsWith("DescribeAsync lists what it has.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preflight_compares_a_wrong_name_once_whatever_the_number_of_rows()
    {
        _fixture.Describe(rows: "[]", ("Asset__gc", string.Join(',', Enumerable.Range(0, Fields).Select(i => $$"""{"fieldName":"Field_{{i}}__gc","label":"Value {{i}}","dataType":"STRING","isCreateable":true,"isUpdateable":true}"""))));
        var definition = new ObjectDefinition("Asset__gc", []);
        var record = new ObjectRecord { ["Feild_7__gc"] = "x" };
        var preflight = new RecordPreflight(ClientContext.Create(_options!), definition, []);
        await preflight.PrepareAsync([record], default);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var errors = preflight.Check(record, RecordWriteKind.Insert);
        var spent = GC.GetAllocatedBytesForCurrentThread() - before;

        errors.Should().ContainSingle().Which.Message.Should().Contain("Did you mean Field_7__gc");
        spent.Should().BeLessThan(4096);
    }

    [Fact]
    public async Task A_preflight_of_many_rows_can_be_cancelled()
    {
        _fixture.Describe(rows: "[]", ("Asset__gc", """{"fieldName":"Name","label":"Name","dataType":"STRING"}"""));
        var preflight = new RecordPreflight(ClientContext.Create(_options!), new ObjectDefinition("Asset__gc", []), []);
        await preflight.PrepareAsync([new ObjectRecord { ["Name"] = "x" }], default);

        await preflight.Awaiting(each => each.PrepareAsync([new ObjectRecord { ["Name"] = "x" }], new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();
    }
}
