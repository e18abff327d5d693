using Gainsight.Client.Tests.Query;

namespace Gainsight.Client.Tests.Cockpit;

/// <summary>Writes one record and answers with a given body.</summary>
internal static class CockpitFixture
{
    public static async Task<RowOutcome<T>> InsertAsync<T>(this QueryFixture fixture, Func<GainsightClient, CockpitClient<T>> area, T record, string data)
        where T : GainsightRecord, new()
    {
        fixture.Wire.Answer(StubHandler.Envelope(data));
        return (await area(fixture.Client).InsertAsync([record])).Rows[0];
    }
}
