using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gainsight.Client;

/// <summary>Reports what a client knows from its calls and its quota. Makes a call only if the options ask for it.</summary>
/// <remarks>The result has times, counts, and names of buckets and windows. It never has texts of Gainsight, values of records, or secrets.</remarks>
internal sealed class GainsightHealthCheck(IServiceProvider services, string name) : IHealthCheck
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TimeProvider _time = services.GetService<TimeProvider>() ?? TimeProvider.System;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failure = context.Registration.FailureStatus;
        var client = name.Length == 0 ? services.GetService<GainsightClient>() : services.GetKeyedService<GainsightClient>(name);
        if (client is null)
        {
            return new HealthCheckResult(failure, GainsightHealthCheckValidator.NotRegistered(name));
        }

        var options = services.GetRequiredService<IOptionsMonitor<GainsightHealthCheckOptions>>().Get(name);
        if (options.ProbeAfter is { } interval && IsProbeDue(client, interval))
        {
            await ProbeAsync(client, cancellationToken).ConfigureAwait(false);
        }

        return Judge(client.Connection, client.Quota, options, failure);
    }

    private static async Task ProbeAsync(GainsightClient client, CancellationToken cancellationToken)
    {
        try
        {
            _ = await client.CheckConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException)
        {
            // The client has noted how the call ended.
        }
    }

    /// <summary>Whether no call ended for a while, and a call would not have to wait for quota.</summary>
    private bool IsProbeDue(GainsightClient client, TimeSpan interval)
    {
        var connection = client.Connection;
        var last = connection.LastAnswerAt > connection.LastFailureAt ? connection.LastAnswerAt : connection.LastFailureAt ?? connection.LastAnswerAt;
        var quota = client.Quota;
        return !(_time.GetUtcNow() - last < interval) && !quota.ClosedBuckets.Values.Any(IsAhead) && quota.Windows.All(window => window.Remaining > 0);
    }

    private HealthCheckResult Judge(ConnectionStatus connection, QuotaSnapshot quota, GainsightHealthCheckOptions options, HealthStatus failure)
    {
        List<string> problems = [];
        var status = HealthStatus.Healthy;
        if (connection is { FailuresInARow: > 0, LastFailureAt: { } failedAt })
        {
            problems.Add(connection.IsCredentialRefused
                ? $"The credential was refused at {Text(failedAt)}: the key is wrong, was replaced or revoked, or this machine is not on the allow-list."
                : connection.FailuresInARow == 1 ? $"The last call failed at {Text(failedAt)}."
                : $"{connection.FailuresInARow} calls in a row failed, the last one at {Text(failedAt)}.");
            var counts = connection.IsCredentialRefused || connection.FailuresInARow >= options.FailuresUntilUnhealthy;
            status = counts && _time.GetUtcNow() - failedAt < options.FailuresExpireAfter ? failure : HealthStatus.Degraded;
        }

        List<string> limits =
        [
            .. quota.Mode switch
            {
                QuotaMode.Waiting => ["The quota store cannot be used, so calls wait until it is back."],
                QuotaMode.OwnShare => ["The quota store cannot be used, so this process goes on with a share of its own."],
                _ => Array.Empty<string>(),
            },
            .. quota.ClosedBuckets.Where(bucket => IsAhead(bucket.Value)).Select(bucket =>
                $"Gainsight refuses calls of the bucket {bucket.Key} because the tenant's quota is used up. The next try is at {Text(bucket.Value)}."),
            .. quota.Windows.Where(window => window.Length >= Day && window.Used >= window.Limit * options.DayNearlySpent).Select(window =>
                $"{(window.Limit == 1 ? "The only call" : $"{window.Used} of {window.Limit} calls")} of {window.Name} {(window.Limit == 1 ? "is" : "are")} used. It starts again at {Text(window.ResetsAt)}."),
        ];
        if (limits.Count > 0)
        {
            status = status < HealthStatus.Degraded ? status : HealthStatus.Degraded;
        }

        problems.AddRange(limits);
        var description = problems.Count > 0 ? string.Join(' ', problems)
            : connection.LastAnswerAt is { } answeredAt ? $"The last answer came at {Text(answeredAt)}."
            : "No call has ended yet.";
        return new HealthCheckResult(status, description, exception: null, Data(connection, quota));
    }

    private Dictionary<string, object> Data(ConnectionStatus connection, QuotaSnapshot quota)
    {
        Dictionary<string, object> data = new(StringComparer.Ordinal)
        {
            ["failuresInARow"] = connection.FailuresInARow,
            ["credentialRefused"] = connection.IsCredentialRefused,
            ["waitingCalls"] = quota.WaitingInteractive + quota.WaitingBulk,
            ["quotaMode"] = quota.Mode.ToString(),
        };
        if (connection.LastAnswerAt is { } answeredAt)
        {
            data["lastAnswerAt"] = answeredAt;
        }

        if (connection.LastFailureAt is { } failedAt)
        {
            data["lastFailureAt"] = failedAt;
        }

        foreach ((var bucket, var until) in quota.ClosedBuckets.Where(bucket => IsAhead(bucket.Value)))
        {
            data[$"closedUntil:{bucket}"] = until;
        }

        foreach (var window in quota.Windows.Where(window => window.Length >= Day))
        {
            data[$"remaining:{window.Name}"] = window.Remaining;
        }

        return data;
    }

    /// <summary>Whether a closure still lasts. One that has ended stays in the snapshot until the next call is accepted.</summary>
    private bool IsAhead(DateTimeOffset until) => until > _time.GetUtcNow();

    private static string Text(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);
}
