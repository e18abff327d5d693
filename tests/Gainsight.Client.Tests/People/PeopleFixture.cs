using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.People;

/// <summary>A client of people whose calls go to a stub, with a clock that jumps from timer to timer.</summary>
internal sealed class PeopleFixture : IDisposable
{
    private readonly VirtualClock _clock = new VirtualClock().StartJumping();
    private readonly InFlightHandler _handler;
    private readonly GainsightClient _client;

    public PeopleFixture()
    {
        _handler = new InFlightHandler(_clock, Wire);
        _client = new GainsightClient(new GainsightClientOptions
        {
            Tenant = "northwind",
            Credential = new AccessKeyCredential("key"),
            TimeProvider = _clock,
            PrimaryHandler = _handler,
        });
    }

    public StubHandler Wire { get; } = new();

    public PersonClient People => _client.People;

    /// <summary>Three people, of whom nothing is known but the addresses.</summary>
    public static Person[] Three() => [.. "abc".Select(letter => new Person { Email = $"{letter}@x.example", EmailOptOut = letter == 'b', Comments = $"I am {letter}" })];

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
        Wire.Dispose();
        _clock.Dispose();
    }
}
