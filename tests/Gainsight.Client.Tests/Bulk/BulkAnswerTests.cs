using System.Text;

namespace Gainsight.Client.Tests.Bulk;

public sealed class BulkAnswerTests
{
    [Theory]
    [InlineData("""{"result":true,"data":{"jobStatus":"COMPLETED","statusURL":"v3/a","totalRecords":30,"chunkDetails":[{"chunkURL":"c/0","offset":0},{"chunkURL":"c/1","offset":20}]}}""")]
    [InlineData("""{"result":true,"data":null,"job_status":"completed","statusUrl":"v3/a","total_records":"30","ChunkDetails":[{"chunk_url":"c/0","offset":"0"},{"url":"c/1","offset":20.0}]}""")]
    public void An_export_is_read_wherever_its_members_stand(string json)
    {
        var status = ExportStatus.Read(Encoding.UTF8.GetBytes(json));

        (status.IsCompleted, status.StatusUrl, status.TotalRows).Should().Be((true, "v3/a", 30));
        status.Chunks.Should().Equal(new ExportChunk("c/0", 0), new ExportChunk("c/1", 20));
    }

    [Theory]
    [InlineData("""{"data":{"statusId":"s-1","jobStatus":"COMPLETED","successCount":3,"failureCount":1}}""")]
    [InlineData("""{"data":null,"status_id":"s-1","status":"COMPLETED","success":"3","failed":1}""")]
    public void An_import_is_read_wherever_its_members_stand(string json)
    {
        var status = ImportStatus.Read(Encoding.UTF8.GetBytes(json));

        (status.StatusId, status.Status, status.Succeeded, status.Failed).Should().Be(("s-1", "COMPLETED", 3, 1));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_id_that_no_address_can_have_is_no_id(string id) =>
        ImportStatus.Read(Encoding.UTF8.GetBytes("{\"data\":{\"statusId\":\"" + id + "\"}}")).StatusId.Should().BeNull();

    [Fact]
    public void An_id_that_is_all_of_the_data_is_the_id() =>
        ImportStatus.Read("""{"result":true,"data":"s-1"}"""u8.ToArray()).StatusId.Should().Be("s-1");
}
