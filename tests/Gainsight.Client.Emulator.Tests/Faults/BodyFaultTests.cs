namespace Gainsight.Client.Emulator.Tests;

public sealed class BodyFaultTests
{
    [Fact]
    public async Task A_body_in_pieces_comes_as_slowly_as_asked_for()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.Drip) { PieceSize = 10, Delay = TimeSpan.FromSeconds(5) });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/meta/services/objects/list");
        using var response = await tenant.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[100];

        var first = await body.ReadAsync(buffer);
        var second = body.ReadAsync(buffer).AsTask();
        tenant.Clock.Advance(TimeSpan.FromSeconds(4.9));
        var early = second.IsCompleted;
        tenant.Clock.Advance(TimeSpan.FromSeconds(0.2));

        (first, early, await second).Should().Be((10, false, 10));
    }

    [Fact]
    public async Task A_short_body_ends_in_the_middle_of_the_last_value()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.JobStep = TimeSpan.Zero;
        _ = tenant.Companies.Insert(("Name", "a"), ("Arr", 1000m));
        _ = tenant.Companies.Insert(("Name", "b"), ("Arr", 2000m));
        var job = await tenant.SendAsync(HttpMethod.Post, "/v3/exports/data/bulk/Company", """{"select":["Name","Arr"],"orderBy":{"Name":"asc"}}""");
        var part = $"/v3/exports/data/bulk/chunk/{job.Data.GetProperty("jobId").GetString()}/0";
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.ShortBody) { Operation = EmulatorOperations.ExportChunk, Count = 1 });
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.ShortBody) { Operation = EmulatorOperations.ExportChunk, Count = 1, MissingCharacters = 12 });
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.ShortBody) { Operation = EmulatorOperations.ExportChunk, Count = 1, MissingCharacters = 999 });

        (await tenant.SendAsync(HttpMethod.Get, part)).Text.Should().Be("Name,Arr\r\na,1000\r\nb,20");
        (await tenant.SendAsync(HttpMethod.Get, part)).Text.Should().Be("Name,Arr\r\na,10");
        (await tenant.SendAsync(HttpMethod.Get, part)).Text.Should().BeEmpty();
        (await tenant.SendAsync(HttpMethod.Get, part)).Text.Should().EndWith("2000\r\n");
    }

    [Fact]
    public async Task A_short_body_of_JSON_is_complete_for_HTTP()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.ShortBody) { MissingCharacters = 1 });

        var answer = await tenant.InsertAsync("Company", """{"Name":"a"}""");

        answer.Text.Should().StartWith("{").And.NotEndWith("}");
        tenant.Companies.Count.Should().Be(1);
    }
}
