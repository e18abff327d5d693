using System.Net;
using FsCheck;
using FsCheck.Fluent;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>Compares the windows with a simple model of them.</summary>
public sealed class QuotaPropertyTests
{
    [Fact]
    public void A_call_is_served_exactly_if_its_minute_and_its_day_have_room()
    {
        var pauses = Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(0, 20_000))).ToArbitrary();

        Prop.ForAll(pauses, seconds =>
        {
            using var tenant = new Tenant();
            tenant.Emulator.Limits.CallsPerMinute = 2;
            tenant.Emulator.Limits.CallsPerDay = 6;
            var served = new List<DateTimeOffset>();
            return seconds.All(pause =>
            {
                tenant.Clock.Advance(TimeSpan.FromSeconds(pause));
                var now = tenant.Clock.GetUtcNow();
                var room = served.Count(at => at.UtcTicks / TimeSpan.TicksPerMinute == now.UtcTicks / TimeSpan.TicksPerMinute) < 2
                    && served.Count(at => at.UtcDateTime.Date == now.UtcDateTime.Date) < 6;
                var ok = tenant.QueryAsync("Company", """{"select":["Gsid"]}""").GetAwaiter().GetResult().Status == HttpStatusCode.OK;
                if (ok)
                {
                    served.Add(now);
                }

                return ok == room;
            });
        }).QuickCheckThrowOnFailure();
    }
}
