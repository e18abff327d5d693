using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>All log messages of this library. Event ids are stable: 1xx calls, 2xx credentials, 3xx quota, 4xx reads, 5xx set-up, 6xx Timeline, 7xx writes.</summary>
/// <remarks>No message contains a secret, a record's value, or a text of Gainsight.</remarks>
internal static partial class Log
{
    /// <summary>The category of every logger of this library.</summary>
    public const string Category = "Gainsight.Client";

    [LoggerMessage(100, LogLevel.Warning, "{Call} failed ({Reason}) on attempt {Attempt}; the next attempt starts in {Delay}")]
    public static partial void Retrying(ILogger logger, string call, string reason, int attempt, TimeSpan delay);

    [LoggerMessage(101, LogLevel.Warning, "{Call} may have been carried out, so it is not sent again although the retry pipeline requested it")]
    public static partial void ResendRefused(ILogger logger, string call);

    [LoggerMessage(102, LogLevel.Error, "A request for {Host} was refused: the client belongs to {ExpectedHost}")]
    public static partial void HostRefused(ILogger logger, string host, string expectedHost);

    [LoggerMessage(103, LogLevel.Warning, "{Call} is not sent again although the retry pipeline requested it: the time since its first attempt exceeds Retry.MaxElapsed")]
    public static partial void RetryTooLate(ILogger logger, string call);

    [LoggerMessage(104, LogLevel.Warning, "A hedged attempt of {Call} was refused: the client does not support hedging. Remove the hedging strategy from its resilience handlers")]
    public static partial void HedgingRefused(ILogger logger, string call);

    [LoggerMessage(105, LogLevel.Warning, "AllowPlainHttp is set: keys and records are sent to {Host} without encryption. Never do this with a real tenant")]
    public static partial void PlainHttp(ILogger logger, string host);

    [LoggerMessage(200, LogLevel.Information, "Received a new access token, valid until {ExpiresAt}")]
    public static partial void TokenRenewed(ILogger logger, DateTimeOffset expiresAt);

    [LoggerMessage(201, LogLevel.Warning, "The access token could not be renewed ({Reason}); the old token is used until {ExpiresAt}")]
    public static partial void TokenRenewalFailed(ILogger logger, string reason, DateTimeOffset expiresAt);

    [LoggerMessage(202, LogLevel.Warning, "Gainsight refused the access token; a new token is requested")]
    public static partial void TokenRejected(ILogger logger);

    [LoggerMessage(203, LogLevel.Information, "The configuration has a new access key; all calls use it from now on")]
    public static partial void AccessKeyReplaced(ILogger logger);

    [LoggerMessage(204, LogLevel.Error, "The configuration changed, but its access key cannot be used, so the old key stays in use: {Problem}")]
    public static partial void AccessKeyNotReplaced(ILogger logger, string problem);

    [LoggerMessage(300, LogLevel.Warning, "{Operation} was throttled: the bucket {Bucket} is closed for {Delay}")]
    public static partial void Throttled(ILogger logger, string operation, string? bucket, TimeSpan delay);

    [LoggerMessage(301, LogLevel.Information, "{Operation} waited {Delay} for the quota of the bucket {Bucket}")]
    public static partial void WaitedForQuota(ILogger logger, string operation, string? bucket, TimeSpan delay);

    [LoggerMessage(310, LogLevel.Warning, "The quota store of {Tenant} cannot be used: {Problem} Calls {Consequence}")]
    public static partial void QuotaStoreAway(ILogger logger, string tenant, string problem, string consequence);

    [LoggerMessage(311, LogLevel.Information, "The quota store of {Tenant} is back: hosts count their calls together again")]
    public static partial void QuotaStoreBack(ILogger logger, string tenant);

    [LoggerMessage(312, LogLevel.Warning, "The quota store of {Tenant} lost its memory: nothing is granted for 2 seconds while the hosts report what they took")]
    public static partial void QuotaStoreForgot(ILogger logger, string tenant);

    [LoggerMessage(313, LogLevel.Warning, "Hosts have different limits for the quota window {Window} of {Tenant}: another host has {Smaller}, this one {Limit}. The smaller one holds. Give all hosts the same limit")]
    public static partial void QuotaLimitsDiffer(ILogger logger, string tenant, string window, int smaller, int limit);

    [LoggerMessage(314, LogLevel.Warning, "Notices of the quota store of {Tenant} cannot be received: {Problem} Refusals of other hosts become known with the next block of permits")]
    public static partial void QuotaNoticesMissing(ILogger logger, string tenant, string problem);

    [LoggerMessage(400, LogLevel.Warning, "Pages of {Object} are too slow: the page size is reduced from {From} to {To}")]
    public static partial void PageSizeSteppedDown(ILogger logger, string @object, int from, int to);

    [LoggerMessage(401, LogLevel.Warning, "{Object} is not returned in the order of its paging key: the rest is read by offset, which can miss rows that change during the read")]
    public static partial void KeysetFellBackToOffset(ILogger logger, string @object);

    [LoggerMessage(402, LogLevel.Warning, "The tenant has no {Log}: deletions are not reported")]
    public static partial void DeleteLogMissing(ILogger logger, string log);

    [LoggerMessage(403, LogLevel.Warning, "A row of {Log} says that a row of {Object} was deleted at {At}, but has no RecordId: the deletion is not reported")]
    public static partial void DeletionWithoutId(ILogger logger, string log, string @object, DateTimeOffset at);

    [LoggerMessage(404, LogLevel.Warning, "The tenant refuses to look for rows of {Object} without a date of change (IS_NULL): such rows are not read")]
    public static partial void RowsWithoutDateNotRead(ILogger logger, string @object);

    [LoggerMessage(410, LogLevel.Information, "All rows of {Object} are read by {Method}: {Reason}")]
    public static partial void ReadAllDecided(ILogger logger, string @object, string method, string reason);

    [LoggerMessage(500, LogLevel.Warning, "The handler {Handler} was removed from the client's pipeline: a second retry layer would multiply calls and repeat inserts")]
    public static partial void ForeignResilienceHandlerRemoved(ILogger logger, string handler);

    [LoggerMessage(501, LogLevel.Warning, "The standard resilience handler of {HttpClient} ends an attempt after {AttemptTimeout} and a call after {TotalTimeout}. Waits for quota count towards both, and Quota.MaxQueueWait is {MaxQueueWait}. Raise both limits above it, lower it, or use AddResilienceHandler with a retry only")]
    public static partial void StandardLimitsCutWaits(ILogger logger, string httpClient, TimeSpan attemptTimeout, TimeSpan totalTimeout, TimeSpan maxQueueWait);

    [LoggerMessage(502, LogLevel.Warning, "{HttpClient} has a hedging handler, which the client does not support: hedged attempts are refused. Use AddStandardResilienceHandler or AddResilienceHandler instead")]
    public static partial void HedgingHandlerFound(ILogger logger, string httpClient);

    [LoggerMessage(600, LogLevel.Information, "{Count} activities are written with {Operation}")]
    public static partial void TimelineRouteChosen(ILogger logger, int count, string operation);

    [LoggerMessage(
        700,
        LogLevel.Information,
        "A write of {Object} ended after {Elapsed} (rows: {Rows}, calls: {Calls}): {Inserted} inserted, {Updated} updated, {Upserted} upserted, {Unchanged} unchanged, {Deleted} deleted, {Failed} failed, {Unknown} unknown, {NotAttempted} not attempted")]
    public static partial void WriteEnded(
        ILogger logger,
        long rows,
        string @object,
        long calls,
        TimeSpan elapsed,
        long inserted,
        long updated,
        long upserted,
        long unchanged,
        long deleted,
        long failed,
        long unknown,
        long notAttempted);
}
