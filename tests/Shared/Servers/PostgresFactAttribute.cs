namespace Gainsight.Client.TestSupport;

/// <summary>A test that needs a PostgreSQL server. It is skipped, and says so, without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (Connection is null)
        {
            Skip = "Set GAINSIGHT_TEST_POSTGRES to the connection string of a PostgreSQL server, such as Host=127.0.0.1;Username=postgres;Database=postgres, to run this test.";
        }
    }

    public static string? Connection => Environment.GetEnvironmentVariable("GAINSIGHT_TEST_POSTGRES") is { Length: > 0 } given ? given : null;
}
