namespace ScheduledReader;

/// <summary>The service: jobs on their schedules, HTTP, and a client that writes only where an author is configured.</summary>
internal static class ReaderHost
{
    public static WebApplication Build(string[] args, GainsightEmulator? emulator)
    {
        var builder = JobSample.CreateBuilder<Reader>(args, emulator);
        builder.AddGainsightJobs(args, quartz => quartz.UseStore(builder.Configuration)).AddEach<Reader, ReaderSettings>();
        if (string.IsNullOrEmpty(builder.Configuration["WriteBack:Author"]))
        {
            builder.Services.Configure<GainsightClientOptions>(options => options.ReadOnly = true);
        }

        var app = builder.Build();
        app.MapGainsightJobs();
        return app;
    }
}
