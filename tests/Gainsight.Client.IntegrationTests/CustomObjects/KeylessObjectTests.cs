namespace Gainsight.Client.IntegrationTests.CustomObjects;

/// <summary>Record types of objects that have no GSID.</summary>
public sealed class KeylessObjectTests
{
    [Fact]
    public async Task A_record_type_of_an_object_without_a_GSID_is_read_by_its_number()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = tenant.Emulator.Object(Score.ObjectName);
        for (var i = 0; i < 25; i++)
        {
            rows.Insert(("trend__gc", i));
        }

        var gainsight = tenant.CreateClient();
        List<decimal?> read = [];
        await foreach (var score in gainsight.Objects<Score>().Query().ReadAsync(new ReadOptions { PageSize = 10 }))
        {
            read.Add(score.Trend);
        }

        read.Should().BeEquivalentTo(Enumerable.Range(0, 25).Select(i => (decimal?)i));
        (await gainsight.Objects<Score>().Query().Where(Score.TrendField.EqualTo(7)).ToListAsync()).Should().ContainSingle();
        (await gainsight.Objects<Score>().Query().Select("Gsid").Invoking(each => each.ToListAsync()).Should().ThrowAsync<GainsightValidationException>())
            .Which.Message.Should().Contain("has no field Gsid");
    }

    public sealed class Score : GainsightRecord, IGainsightObject
    {
        public static readonly Field<decimal> TrendField = Field.Custom<decimal>("trend__gc");

        public static string ObjectName => "customer_health_scorecard_fact_1";

        public static IReadOnlyList<Field> Fields { get; } = [TrendField];

        public decimal? Trend => Get(TrendField);
    }
}
