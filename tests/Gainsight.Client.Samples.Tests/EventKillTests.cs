using System.Text.Json;

namespace Gainsight.Client.Samples.Tests;

/// <summary>The process of EventDestination is killed at several calls, and goes on: the tenant has every event once.</summary>
public sealed class EventKillTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("event-kill-");

    [Theory]
    [InlineData("/people", 2, true, 0)]
    [InlineData("/objects/Company", 1, true, 0)]
    [InlineData("event", 1, false, 1)]
    [InlineData("event", 3, true, 1)]
    [InlineData("event", 4, true, 1)]
    public async Task A_run_that_was_killed_goes_on_sends_no_event_twice_and_names_the_one_that_may_have_arrived(string path, int call, bool isCarriedOut, int inDoubt)
    {
        await using var tenant = new KillingTenant("EventDestination");
        tenant.Emulator.Load(await File.ReadAllTextAsync(Path.Combine(Repository.Samples, "EventDestination", "tenant.json")));
        (var input, var refused) = (Path.Combine(_folder.FullName, "events.jsonl"), Path.Combine(_folder.FullName, "refused.jsonl"));
        await File.WriteAllLinesAsync(input, Enumerable.Range(1, 6).SelectMany(i => (string[])
        [
            $$$"""{"type":"identify","traits":{"email":"p{{{i}}}@alder.example"}}""",
            $$$"""{"type":"group","context":{"traits":{"email":"p{{{i}}}@alder.example"}},"traits":{"name":"Company {{{i}}}"}}""",
            $$$"""{"type":"track","event":"Ticket Closed","properties":{"ticketId":"T-{{{i}}}"}}""",
        ]));
        var calls = 0;

        await tenant.KillAsync(
            address => address.AbsolutePath.Contains(path, StringComparison.OrdinalIgnoreCase) && Interlocked.Increment(ref calls) == call,
            isCarriedOut, input, "--refused", refused);
        (var code, var said) = await RunAsync(tenant, input, refused);
        (var again, var saidAgain) = await RunAsync(tenant, input, refused);

        (code, again).Should().Be((inDoubt, inDoubt), said + saidAgain);
        var doubtful = (await File.ReadAllLinesAsync(refused)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        doubtful.Select(line => line.GetProperty("Reason").GetString()!.Contains("may have been accepted", StringComparison.Ordinal))
            .Should().Equal(Enumerable.Repeat(true, inDoubt * 2), "both later runs tell it");
        doubtful.Count(line => line.GetProperty("InDoubt").GetBoolean()).Should().Be(doubtful.Count, "they must not be sent from the file");
        var published = tenant.Emulator.PublishedEvents.Select(each => each.Body).ToList();
        published.Should().OnlyHaveUniqueItems().And.HaveCount(isCarriedOut ? 6 : 6 - inDoubt);
        tenant.Emulator.Object("Person").Rows.Select(row => row["Email"]).Should().OnlyHaveUniqueItems().And.HaveCount(6);
        tenant.Emulator.Object("Company").Rows.Select(row => row["Name"]).Should().OnlyHaveUniqueItems().And.HaveCount(7);
        tenant.Emulator.Object("Company_Person").Rows.Should().HaveCount(6);
    }

    [Fact]
    public async Task A_second_start_on_the_same_input_is_told_and_sends_nothing()
    {
        await using var tenant = new KillingTenant("EventDestination");
        (var input, var refused) = (Path.Combine(_folder.FullName, "events.jsonl"), Path.Combine(_folder.FullName, "refused.jsonl"));
        await File.WriteAllTextAsync(input, """{"type":"track","event":"Ticket Closed","properties":{"ticketId":"T-1"}}""");
        using var first = WriteJournal.Open($"{input}.journal");

        (var code, var said) = await RunAsync(tenant, input, refused);

        code.Should().Be(1);
        said.Should().Contain("events.jsonl.journal").And.Contain("used by another process").And.NotContain("Unhandled");
        tenant.Emulator.PublishedEvents.Should().BeEmpty();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<(int Code, string Said)> RunAsync(KillingTenant tenant, string input, string refused)
    {
        using var process = tenant.Start(input, "--refused", refused);
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said + await errors);
    }
}
