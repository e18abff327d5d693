return await SampleTenants.RunAsync(async (configuration, stop) =>
{
    using var tenants = new SampleTenants(configuration, "emulator");
    var command = new SyncCommand(tenants, configuration["WAREHOUSE_CONNECTION"], Console.Out);
    if (args.Length > 0 || tenants.Emulators.Count == 0)
    {
        return await command.RunAsync(args, stop);
    }

    // The demonstration: commands, each after its exit code. People cannot be deleted, so it runs on the emulator only.
    Directory.SetCurrentDirectory(Path.Combine(AppContext.BaseDirectory, "WarehouseSync.Data"));
    Directory.GetFiles(".", "*.results.jsonl").ToList().ForEach(File.Delete);
    var isAsExpected = true;
    foreach (var line in (await File.ReadAllLinesAsync("demonstration.txt", stop)).Where(line => line.Length > 0))
    {
        Console.WriteLine(line[0] == '#' ? $"\n{line}" : $"> {line[2..]}");
        var words = line[2..].Split(' ');
        isAsExpected &= line[0] == '#' || await SampleTenants.RunAsync((_, _) => command.RunAsync(words, stop)) == line[0] - '0';
    }

    return isAsExpected;
});
