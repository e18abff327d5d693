using System.Security.Authentication;
using StackExchange.Redis;

namespace Gainsight.Client;

/// <summary>What is wrong with Redis, and what to do.</summary>
internal static class RedisQuotaProblem
{
    private const string Refused = "Redis refuses the user or password. Check those of the connection string";

    private const string Replica = "Redis is a read-only replica. Connect to the primary server.";

    private const string Away = "Redis cannot be reached. Check that the server runs and has a connection left (maxclients), and the host, port and TLS setting of the connection string.";

    /// <summary>The problem behind an exception, or null for one that the library of Redis does not throw.</summary>
    public static string? Of(Exception exception)
    {
        // A request without a connection fails with what ended the connections of its servers, and these exceptions with their own causes.
        Exception[] causes = [.. Causes(exception)];
        return causes.Select(OfAnswer).FirstOrDefault(static problem => problem is not null)
            ?? (Array.Exists(causes, IsRefusal) ? $"{Refused}." : OfClient(exception));
    }

    /// <summary>The problem that the server names in its answer, or null.</summary>
    private static string? OfAnswer(Exception exception) => exception switch
    {
        RedisServerException server when Has(server, RedisQuotaScript.OtherVersion) =>
            $"The keys in Redis were written by another version of Gainsight.Client.Redis. Give all hosts the same version; this one has version {RedisQuotaScript.Version} of the keys.",
        RedisServerException server when Has(server, "READONLY") || server.Message.Contains("read only", StringComparison.OrdinalIgnoreCase) => Replica,
        RedisServerException server when Has(server, "NOAUTH") || Has(server, "WRONGPASS") || Has(server, "NOPERM") => $"{Refused}, and that the user may run scripts, publish and subscribe.",
        RedisServerException server when Has(server, "OOM") => "Redis has no memory left. Raise maxmemory.",
        _ => null,
    };

    private static string? OfClient(Exception exception) => exception switch
    {
        RedisServerException => "Redis refuses the script. It must be Redis 6 or newer, or compatible with it.",
        RedisCommandException command => Has(command, "replica") ? Replica : "The connection to Redis does not allow the commands of the quota: scripts, publish, subscribe and set with an expiry. Allow them in its command map.",
        RedisException or OperationCanceledException or RedisTimeoutException { Commandstatus: CommandStatus.WaitingInBacklog } => Away,
        TimeoutException => "Redis did not answer in time. Check the load of the server and of this process, and the network between them.",
        ObjectDisposedException => "The connection to Redis was disposed. Dispose the clients before it.",
        _ => null,
    };

    /// <summary>A server that does not speak TLS, or whose certificate is refused, counts as a failed authentication too.</summary>
    private static bool IsRefusal(Exception exception) =>
        exception is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } && !Causes(exception).Any(static cause => cause is IOException or AuthenticationException);

    private static bool Has(Exception exception, string text) => exception.Message.Contains(text, StringComparison.Ordinal);

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        yield return exception;
        var inner = exception is AggregateException several ? several.InnerExceptions : exception.InnerException is { } one ? [one] : (IEnumerable<Exception>)[];
        foreach (var cause in inner.SelectMany(Causes))
        {
            yield return cause;
        }
    }
}
