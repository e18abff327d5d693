namespace Gainsight.Client.TestSupport;

/// <summary>A test with data that needs a Redis server. It is skipped, and says so, without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisTheoryAttribute : TheoryAttribute
{
    public RedisTheoryAttribute() => Skip = new RedisFactAttribute().Skip;
}
