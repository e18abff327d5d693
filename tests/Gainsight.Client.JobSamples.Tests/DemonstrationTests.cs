using Microsoft.Extensions.DependencyInjection;
using PullJobs;
using ScheduledReader;

namespace Gainsight.Client.JobSamples.Tests;

/// <summary>The demonstrations end with 0 and show each feature. They share the console.</summary>
public sealed class DemonstrationTests
{
    [Fact]
    public async Task The_reader_shows_each_feature_and_ends_with_0()
    {
        (var code, var output) = await RunAsync("ScheduledReader", services => ActivatorUtilities.CreateInstance<Reader>(services).RunAsync);

        code.Should().Be(0, output);
        output.Should().ContainAll(
            "Connected: 25 objects", "Refused key.", "contains white space", "continues after the host", "company, activity_timeline", "RenewalDate (DATE)",
            "event onboarding", "event renewal", "event upsell", "event churn risk: stage", "event churn risk: trend",
            "timeline write lifecycle-", "Inserted", "trace ", "Did you mean 'DueDate'?", "companies runs already", "GS_APIG_2401", "200 [{", "409 ");
        output.Should().NotContain("event expansion", "it is switched off");
    }

    [Fact]
    public async Task The_puller_shows_each_feature_and_ends_with_0()
    {
        (var code, var output) = await RunAsync("PullJobs", services => ActivatorUtilities.CreateInstance<Puller>(services).RunAsync);

        code.Should().Be(0, output);
        output.Should().ContainAll(
            "objects: ", "NPSScore (NUMBER)", "category Email becomes email", "category Call becomes meeting", "category Update becomes manual", "category QBR is not mapped",
            "a sample of 1000 activities took", "a sample of 800 activities took", "category QBR becomes meeting", "score = NPSScore", "role = UserRole",
            "no company", "Portal usage of A-1", "logins 120 [Web] Sessions__gc=30", "Metric__gc has no name of a metric", "Value__gc is not a number",
            "Did you mean 'NPSScore'?", "usage runs already", "409 ");
        output.Should().NotContain("a sample of 500 activities took");
    }

    [Fact]
    public async Task A_tenant_is_written_to_only_after_a_yes()
    {
        string[] tenant = ["run", "companies", "--GAINSIGHT_BASE_ADDRESS=http://127.0.0.1:1", "--GAINSIGHT_ACCESS_KEY=key", "--Gainsight:Retry:MaxRetries=0", "--WriteBack:Author=a@b.example"];

        (await RunAsync("ScheduledReader", services => ActivatorUtilities.CreateInstance<Reader>(services).RunAsync, tenant)).Code.Should().Be(2);
        (await RunAsync("ScheduledReader", services => ActivatorUtilities.CreateInstance<Reader>(services).RunAsync, [.. tenant, "--yes"])).Code.Should().Be(1, "there is no such tenant");
    }

    [Fact]
    public async Task A_key_without_an_address_is_told()
    {
        (var code, _) = await RunAsync("PullJobs", services => ActivatorUtilities.CreateInstance<Puller>(services).RunAsync, "objects", "--GAINSIGHT_ACCESS_KEY=key");

        code.Should().Be(1);
    }

    [Fact]
    public async Task An_unknown_command_fails()
    {
        (var code, var output) = await RunAsync("PullJobs", services => ActivatorUtilities.CreateInstance<Puller>(services).RunAsync, "rnu");

        code.Should().Be(1);
        output.Should().Contain("Commands: serve | run");
    }

    private static async Task<(int Code, string Output)> RunAsync(string sample, Func<IServiceProvider, JobBody> body, params string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("jobs");
        (var console, var written) = (Console.Out, new StringWriter());
        Console.SetOut(TextWriter.Synchronized(written));
        try
        {
            var code = await JobProgram.RunAsync([$"--StateFolder={folder.FullName}", .. args], sample, body);
            return (code, written.ToString());
        }
        finally
        {
            Console.SetOut(console);
            folder.Delete(recursive: true);
        }
    }
}
