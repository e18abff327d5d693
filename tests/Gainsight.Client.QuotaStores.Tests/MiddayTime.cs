namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>A clock that starts at noon, so that no day ends during a test.</summary>
internal sealed class MiddayTime : TimeProvider
{
    private readonly TimeSpan _offset = new DateTimeOffset(2031, 3, 1, 12, 0, 0, TimeSpan.Zero) - DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _offset;
}
