using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Bulk import ("Gainsight Bulk API": a form with a file, live; "Bulk Status API": official prose). The names of members are inferred.
/// </summary>
internal static class ImportEndpoints
{
    private const string Base = "/v1.0/admin/connector/job/bulkimport";

    /// <summary>The documentation prints the status address with an extra slash, so all forms are served.</summary>
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new(EmulatorOperations.ImportSubmit, "POST", Base, Submit) { Windows = QuotaWindow.Asynchronous },
        new(EmulatorOperations.ImportStatus, "GET", Base + "/status/{job}", Status) { IsPoll = true },
        new(EmulatorOperations.ImportStatus, "GET", Base + "//status/{job}", Status) { IsPoll = true },
        new(EmulatorOperations.ImportStatus, "GET", Base + "/status//{job}", Status) { IsPoll = true },
    ];

    private static EmulatorResponse Submit(RequestContext context)
    {
        var form = MultipartForm.Parse(context.Request.Header("Content-Type"), context.Body);
        if (!form.TryGetValue("file", out var file) || !form.TryGetValue("jobId", out var jobId))
        {
            throw RefusedException.BadRequest("The form must have the parts file and jobId.");
        }

        if (file.Length > context.Limits.BytesPerBulkCall)
        {
            throw RefusedException.BadRequest($"The file must not be longer than {context.Limits.BytesPerBulkCall} bytes.");
        }

        var plan = ConfiguredImports.Of(context.Tenant).Find(Encoding.UTF8.GetString(jobId.Span).Trim())
            ?? throw RefusedException.BadRequest("There is no job with that id.");
        List<List<string>> rows = [.. CsvReader.Read(Encoding.UTF8.GetString(file.Span).TrimStart('\uFEFF'))];
        if (rows.Count < 2)
        {
            throw new RefusedException(BulkErrorCodes.NothingToImport, "There is no data to load.");
        }

        context.RecordCount = rows.Count - 1;
        var job = new ImportJob(context, plan, rows);
        BulkJobs.Of(context.Tenant).Start(job, context.Tenant);
        context.Committed = true;
        return BulkReply.Members(context, writer => writer.WriteString("statusId", job.Id));
    }

    private static EmulatorResponse Status(RequestContext context)
    {
        var job = BulkJobs.Of(context.Tenant).Find<ImportJob>(context.RouteValues["job"])
            ?? throw new RefusedException(ErrorCodes.NoMatch, ErrorCodes.NoMatchText);
        return BulkReply.Members(context, writer =>
        {
            writer.WriteString("statusId", job.Id);
            writer.WriteString("jobStatus", job.Status(context.Tenant.Now));
            writer.WriteNumber("successCount", job.Succeeded);
            writer.WriteNumber("failureCount", job.Failed);
        });
    }
}
