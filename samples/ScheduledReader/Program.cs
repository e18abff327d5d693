using ScheduledReader;

return await JobSample.RunAsync<Reader>(args, ReaderHost.Build, async (emulator, run) =>
{
    // Credentials are checked before they are saved. Then the first run reads everything, the second nothing.
    var works = await run($"connect --Gainsight:AccessKey={emulator.AccessKey}") && await run("objects") && await run("fields Company")
        && !await run("connect --Gainsight:AccessKey=wrong-key") && !await run("connect --Gainsight:AccessKey=stray-space\u00a0")
        && !await run("connect --Gainsight:BaseAddress=https://acme.example/v1/ui")
        && await run("run") && await run("run");

    // Changes become lifecycle events, which are written where an author is configured. Expansion is switched off.
    var companies = emulator.Object("Company");
    string[] gsids = [.. companies.Rows.Select(company => company.Gsid)];
    companies.Update(gsids[0], ("Arr", 150_000m), ("Users", 60m));
    companies.Update(gsids[1], ("Stage", "Launching"));
    companies.Update(gsids[2], ("RenewalDate", new DateOnly(2028, 1, 31)));
    works = works && await run("run companies");
    companies.Update(gsids[0], ("Arr", 160_000m), ("Users", 70m));
    companies.Update(gsids[1], ("Stage", "Will Churn"));
    var scores = emulator.Object("customer_health_scorecard_fact_1");
    scores.Update(scores.Rows[0].Gsid, ("trend__gc", -2m), ("score_modified_at__gc", DateTimeOffset.UtcNow + emulator.ClockOffset));
    works = works && await run("run --WriteBack:Author=rhea@northwind.example --Jobs:companies:Events:3:On=false");

    // A wrong setting fails its own job only. A renewed key needs no restart.
    works = works && !await run("run --Jobs:ctas:Fields:due=DueDat");
    var renewed = emulator.RotateAccessKey();
    return works && !await run("run") && await run($"connect --Gainsight:AccessKey={renewed}") && await run("run") && await run("status");
});
