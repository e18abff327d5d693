namespace Gainsight.Client.TestSupport;

/// <summary>A test that needs a Redis server. It is skipped, and says so, without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute()
    {
        if (Connection is null)
        {
            Skip = "Set GAINSIGHT_TEST_REDIS to the connection string of a Redis server, such as 127.0.0.1:6379, to run this test.";
        }
    }

    public static string? Connection => Environment.GetEnvironmentVariable("GAINSIGHT_TEST_REDIS") is { Length: > 0 } given ? given : null;
}
