using System.Text.Json;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Timeline;

/// <summary>A client whose calls go to a stub, with a clock that jumps.</summary>
internal sealed class TimelineFixture : IDisposable
{
    private readonly VirtualClock _clock = new VirtualClock().StartJumping();

    public TimelineFixture() => Client = new GainsightClient(new GainsightClientOptions
    {
        Tenant = "northwind",
        Credential = new AccessKeyCredential("key"),
        TimeProvider = _clock,
        PrimaryHandler = Wire,
    });

    public StubHandler Wire { get; } = new();

    public GainsightClient Client { get; }

    public static TimelineActivity Activity(string? externalId = "ext-1")
    {
        var activity = new TimelineActivity { ContextName = "Company", TypeName = "Update", Subject = "Quarterly note", Notes = "<p>n</p>" };
        if (externalId is not null)
        {
            activity.ExternalId = externalId;
        }

        activity.SetAuthor("csm@example.test");
        activity.SetCompany("Example Holdings");
        return activity;
    }

    public JsonElement Body(Index call) => JsonDocument.Parse(Wire.Sent[call].Body!).RootElement;

    public void Dispose()
    {
        Client.Dispose();
        Wire.Dispose();
        _clock.Dispose();
    }
}
