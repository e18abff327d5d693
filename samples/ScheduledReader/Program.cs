using ScheduledReader;

return await JobProgram.RunAsync(args, "ScheduledReader", services => ActivatorUtilities.CreateInstance<Reader>(services).RunAsync);
