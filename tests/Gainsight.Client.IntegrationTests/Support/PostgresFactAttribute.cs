namespace Gainsight.Client.IntegrationTests;

/// <summary>A test that needs a PostgreSQL server. Without <c>GAINSIGHT_TEST_POSTGRES</c>, its connection string, the test says that it was skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (Connection is null)
        {
            Skip = "Skipped: set GAINSIGHT_TEST_POSTGRES to the connection string of a PostgreSQL server.";
        }
    }

    public static string? Connection => Environment.GetEnvironmentVariable("GAINSIGHT_TEST_POSTGRES") is { Length: > 0 } given ? given : null;
}
