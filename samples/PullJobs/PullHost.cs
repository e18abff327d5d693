namespace PullJobs;

/// <summary>The service: four jobs on their schedules, and HTTP. Its client is read-only.</summary>
internal sealed class PullHost
{
    public static WebApplication Build(string[] args, GainsightEmulator? emulator)
    {
        var builder = JobSample.CreateBuilder<PullHost>(args, emulator);
        builder.AddGainsightJobs(args, quartz => quartz.UseStore(builder.Configuration))
            .Add<CompaniesJob, ObjectSettings>("companies")
            .Add<ActivitiesJob, ActivitySettings>("activities")
            .Add<SurveysJob, SurveySettings>("surveys")
            .Add<UsageJob, UsageSettings>("usage");
        var app = builder.Build();
        app.MapGainsightJobs();
        return app;
    }
}
