using PullJobs;

return await JobSample.RunAsync<PullHost>(args, PullHost.Build, async (emulator, run) =>
{
    // The connection, what there is to choose from, and each job alone. Then all at once: only changes are read.
    var works = await run($"connect --Gainsight:AccessKey={emulator.AccessKey}")
        && await run("objects") && await run("fields nps_survey_response")
        && await run("run companies") && await run("run surveys") && await run("run usage") && await run("run");

    // A category that is not known is mapped. A slow tenant is asked for 1000, for 800, and for 500 activities.
    emulator.Load("""
        { "faults": [ { "kind": "Latency", "operation": "record.query", "object": "activity_timeline", "delay": "01:00:00", "count": 2 } ] }
        """);
    works = works && await run("run activities --Jobs:activities:Categories:QBR=meeting --Jobs:activities:SampleTimeLimit=00:00:05");

    // A wrong setting fails its own object or job only.
    return works && !await run("run --Jobs:surveys:Objects:1:Fields:score=NPSScor --Jobs:companies:Object=Compny")
        && await run("run") && await run("status");
});
