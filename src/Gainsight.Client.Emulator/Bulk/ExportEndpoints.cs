using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Bulk export ("Gainsight Bulk REST APIs"). The submission is official, the rest is quoted, and the addresses are inferred.</summary>
internal static class ExportEndpoints
{
    private const string Base = "v3/exports/data/bulk";
    private const string OtherHost = "https://exports.storage.example";

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new(EmulatorOperations.ExportSubmit, "POST", $"/{Base}/{{object}}", Submit)
        {
            Windows = QuotaWindow.Asynchronous,
            TakesAuthenticationHeader = true,
        },
        new(EmulatorOperations.ExportStatus, "GET", $"/{Base}/status/{{job}}", Status) { IsPoll = true, TakesAuthenticationHeader = true },
        new(EmulatorOperations.ExportChunk, "GET", $"/{Base}/chunk/{{job}}/{{chunk}}", Chunk) { IsPoll = true, TakesAuthenticationHeader = true },
    ];

    private static EmulatorResponse Submit(RequestContext context)
    {
        var source = context.Object();
        var job = new ExportJob(context, source, Parse(context, source));
        BulkJobs.Of(context.Tenant).Start(job, context.Tenant);
        return BulkReply.Members(context, writer =>
        {
            writer.WriteString("jobId", job.Id);
            writer.WriteString("jobStatus", job.Status(context.Tenant.Now));
            writer.WriteString("statusURL", Address(context, $"{Base}/status/{job.Id}", isChunk: false));
        });
    }

    private static QueryRequest Parse(RequestContext context, EmulatedObject source)
    {
        using var body = context.Json();
        var hasSelect = body.RootElement.ValueKind != JsonValueKind.Object
            || (body.RootElement.TryGetProperty("select", out var select)
                && !(select.ValueKind == JsonValueKind.Array && select.GetArrayLength() == 0));
        if (!hasSelect)
        {
            throw new RefusedException(BulkErrorCodes.NothingSelected, "The query must select at least one field.");
        }

        try
        {
            return QueryRequest.Parse(context, source, body.RootElement, new QueryRules(context.Limits.RowsPerExport, RefusesMore: true, Pages: false));
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(BulkErrorCodes.MalformedQuery, refused.Message);
        }
    }

    private static EmulatorResponse Status(RequestContext context)
    {
        var job = Find(context);
        var status = job.Status(context.Tenant.Now);
        return BulkReply.Members(context, writer =>
        {
            writer.WriteString("jobId", job.Id);
            writer.WriteString("jobStatus", status);
            if (job.HasResult(context.Tenant.Now))
            {
                writer.WriteNumber("totalRecords", job.RowCount);
                WriteParts(writer, context, job);
            }
        });
    }

    private static void WriteParts(Utf8JsonWriter writer, RequestContext context, ExportJob job)
    {
        writer.WriteStartArray("chunkDetails");
        foreach ((var number, var offset, var limit) in job.Chunks(context))
        {
            writer.WriteStartObject();
            writer.WriteString("chunkURL", Address(context, string.Create(CultureInfo.InvariantCulture, $"{Base}/chunk/{job.Id}/{number}"), isChunk: true));
            writer.WriteNumber("offset", offset);
            writer.WriteNumber("limit", limit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static EmulatorResponse Chunk(RequestContext context)
    {
        var chunk = int.TryParse(context.RouteValues["chunk"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Find(context).ChunkOf(number) is { } found
                ? found
                : throw new RefusedException(ErrorCodes.NoMatch, ErrorCodes.NoMatchText);
        context.RecordCount = chunk.Count - 1;
        return new EmulatorResponse { Status = 200, Body = default, ContentType = TextEncodings.ContentType("text/csv;charset=utf-8", chunk.Encoding), Streamed = chunk };
    }

    private static ExportJob Find(RequestContext context) => BulkJobs.Of(context.Tenant).Find<ExportJob>(context.RouteValues["job"])
        ?? throw new RefusedException(ErrorCodes.NoMatch, ErrorCodes.NoMatchText);

    private static string Address(RequestContext context, string path, bool isChunk) => context.Switches.BulkAddresses switch
    {
        BulkAddressForm.Relative => path,
        BulkAddressForm.FromRoot => "/" + path,
        BulkAddressForm.ChunksOnOtherHost when isChunk => $"{OtherHost}/{path}",
        _ => $"{context.Request.Origin}/{path}",
    };
}
