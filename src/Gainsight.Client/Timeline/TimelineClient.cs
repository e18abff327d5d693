namespace Gainsight.Client;

/// <summary>Reads and writes the activities of the Timeline.</summary>
/// <remarks>
/// <para>
/// Saves are inserts here, as everywhere in this library. Each activity has an <c>ExternalId</c>, made where the caller gave none; it makes a
/// save safe to repeat, so that an activity whose answer was lost is sent again, and is there once.
/// </para>
/// <para>
/// Gainsight judges each activity by itself: a bad one does not keep the others of its call from being written. A list goes by single calls or by
/// a background job, a stream by single calls. <see cref="WriteOptions.Preflight"/> and <see cref="WriteOptions.SkipUnchanged"/> are not known here.
/// </para>
/// <para>Reading goes through the query engine. Large tenants are slow to read: pages get smaller by themselves.</para>
/// </remarks>
public partial class TimelineClient : RecordInsertClient<TimelineActivity>
{
    /// <summary>The bulk job's own time, which nothing tells: only a longer wait for single calls makes it worth while.</summary>
    private static readonly TimeSpan PresumedJob = TimeSpan.FromMinutes(1);

    internal TimelineClient(ClientContext context)
        : base(context, TimelineActivityFields.Definition)
    {
    }

    /// <summary>For mocks.</summary>
    protected TimelineClient()
    {
    }

    /// <summary>Picks the calls for so many activities: one after the other unless that would take longer than a background job.</summary>
    private bool IsBulk(TimelineRoute route, int count, Operation single, Operation bulk, int perCall)
    {
        TimeSpan Wait(Operation operation, int size) =>
            Context.Transport.EstimateWait(operation.Bucket!, (int)Math.Ceiling((double)count / size));

        var isBulk = route switch
        {
            TimelineRoute.Auto => Wait(bulk, ActivityJob.BulkSize) + PresumedJob < Wait(single, perCall),
            TimelineRoute.Single => false,
            TimelineRoute.Bulk => true,
            _ => throw new ArgumentOutOfRangeException(nameof(route), route, "There is no such route."),
        };
        Log.TimelineRouteChosen(Context.Logger, count, (isBulk ? bulk : single).Name);
        return isBulk;
    }
}
