namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>A test that needs a PostgreSQL server. It is skipped, and says so, without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public const string Variable = "GAINSIGHT_TEST_POSTGRES";

    public PostgreSqlFactAttribute()
    {
        if (ConnectionString is null)
        {
            Skip = $"Set {Variable} to the connection string of a PostgreSQL database, such as Host=127.0.0.1;Username=postgres;Database=postgres, to run this test.";
        }
    }

    public static string? ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;
}
