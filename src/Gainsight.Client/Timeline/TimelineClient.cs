namespace Gainsight.Client;

/// <summary>Reads and writes the activities of the Timeline.</summary>
/// <remarks>
/// <para>
/// A save is an insert in this library. Each activity has an <c>ExternalId</c>; the library generates one if you give none. It makes a
/// save safe to repeat: an activity whose answer was lost is sent again, and exists once.
/// </para>
/// <para>
/// Gainsight checks each activity on its own: a bad one does not prevent the others of its call. A list is written by single calls or by
/// a background job, a stream by single calls. <see cref="WriteOptions.Preflight"/> and <see cref="WriteOptions.SkipUnchanged"/> are not supported here.
/// </para>
/// <para>Activities are read by queries. Large tenants are slow to read, so pages get smaller automatically.</para>
/// </remarks>
public partial class TimelineClient : RecordInsertClient<TimelineActivity>
{
    /// <summary>The assumed time of a bulk job. No source tells it. A job is used only if single calls would take longer.</summary>
    private static readonly TimeSpan PresumedJob = TimeSpan.FromMinutes(1);

    internal TimelineClient(ClientContext context)
        : base(context, TimelineActivityFields.Definition)
    {
    }

    /// <summary>For mocks.</summary>
    protected TimelineClient()
    {
    }

    /// <summary>Chooses the calls for a number of activities: single calls, unless they would take longer than a background job.</summary>
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
