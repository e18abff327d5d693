namespace Gainsight.Client.Emulator;

internal static partial class TimelineEndpoints
{
    private static EmulatorResponse BulkSave(RequestContext context) => Submit(context, identifier: null);

    private static EmulatorResponse BulkUpdate(RequestContext context) => Submit(context, Identifier(context));

    private static EmulatorResponse Submit(RequestContext context, EmulatedField? identifier)
    {
        if (context.Body.Length > context.Limits.BytesPerBulkCall)
        {
            throw RefusedException.BadRequest($"The body must not be longer than {context.Limits.BytesPerBulkCall} bytes.");
        }

        using var body = context.Json();
        (var writer, var request) = Prepare(context, body.RootElement.Clone(), identifier, int.MaxValue);
        var job = new TimelineJob(context, writer, request.Records);
        BulkJobs.Of(context.Tenant).Start(job, context.Tenant);
        context.Committed = true;
        return TimelineReply.Success(context, data =>
        {
            data.WriteStartObject();
            data.WriteString("jobId", job.Id);
            data.WriteEndObject();
        });
    }

    private static EmulatorResponse JobStatus(RequestContext context)
    {
        var job = BulkJobs.Of(context.Tenant).Find<TimelineJob>(context.RouteValues["job"])
            ?? throw new RefusedException(TimelineErrorCodes.NotFound, "Job not found");
        var member = context.Switches.TimelineJobStatus == JobStatusName.JobStatus ? "jobStatus" : "status";
        return TimelineReply.Success(context, data =>
        {
            data.WriteStartObject();
            data.WriteString("jobId", job.Id);
            data.WriteString(member, job.Status(context.Tenant.Now));
            job.Write(data, context);
            data.WriteEndObject();
        });
    }
}
