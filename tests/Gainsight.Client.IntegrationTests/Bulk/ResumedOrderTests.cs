using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Bulk;

/// <summary>Exports that are read on after the tenant lists their chunks in another order.</summary>
public sealed class ResumedOrderTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_job_whose_chunks_come_in_another_order_is_refused_unless_their_offsets_tell_the_order(bool withOffsets)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.RowsPerExportChunk = 10;
        Query.KeysetTests.Insert(tenant, 30);
        var isReversed = false;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) =>
            {
                body = withOffsets ? body : body.Replace("\"offset\"", "\"untold\"", StringComparison.Ordinal);
                return (status, isReversed ? Reversed(body) : body);
            },
        });
        var job = await gainsight.Bulk.StartExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name));
        List<string?> names = [];
        var options = new ExportOptions { Progress = new Now<ExportProgress>(report => job = report.Job) };
        await foreach (var row in gainsight.Bulk.ReadExportAsync<Company>(job, options))
        {
            if (names.Count == 10)
            {
                break;
            }

            names.Add(row.Name);
        }

        isReversed = true;
        var rest = () => ExportTests.ListAsync(gainsight.Bulk.ReadExportAsync<Company>(job));

        job.NextChunk.Should().Be(1);
        if (withOffsets)
        {
            names.Concat((await rest()).Select(row => row.Name)).Should().OnlyHaveUniqueItems().And.HaveCount(30);
        }
        else
        {
            await rest.Should().ThrowAsync<GainsightProtocolException>().WithMessage("*another order*");
            isReversed = false;
            names.Concat((await rest()).Select(row => row.Name)).Should().OnlyHaveUniqueItems().And.HaveCount(30);
        }
    }

    private static string Reversed(string body)
    {
        const string Begin = "\"chunkDetails\":[";
        var from = body.IndexOf(Begin, StringComparison.Ordinal);
        if (from < 0)
        {
            return body;
        }

        from += Begin.Length;
        var end = body.IndexOf(']', from);
        return $"{body[..from]}{string.Join(',', body[from..end].Split("},", StringSplitOptions.None).Select(chunk => chunk.TrimEnd('}') + "}").Reverse())}{body[end..]}";
    }
}
