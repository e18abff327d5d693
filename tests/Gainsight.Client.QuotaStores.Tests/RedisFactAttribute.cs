namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>A test that needs a Redis server. It is skipped, and says so, without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisFactAttribute : FactAttribute
{
    public const string Variable = "GAINSIGHT_TEST_REDIS";

    public RedisFactAttribute()
    {
        if (ConnectionString is null)
        {
            Skip = $"Set {Variable} to the connection string of a Redis server, such as 127.0.0.1:6379, to run this test.";
        }
    }

    public static string? ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;
}
