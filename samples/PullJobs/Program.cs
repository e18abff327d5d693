using PullJobs;

return await JobProgram.RunAsync(args, "PullJobs", services => ActivatorUtilities.CreateInstance<Puller>(services).RunAsync);
