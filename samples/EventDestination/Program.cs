const string OutputNeeded = "--refused needs the name of a file. Give both at the end.";
return await SampleTenants.RunAsync(async (configuration, stop) =>
{
    using var tenants = new SampleTenants(configuration, "emulator");
    var emulator = tenants.Emulators.Values.FirstOrDefault();
    string[] command = [.. args.Where(argument => argument != "--yes")];
    var folder = command is [] && emulator is not null ? Directory.CreateTempSubdirectory().FullName : ".";
    var beside = command is [not "-"] ? $"{command[0]}.refused" : Path.Combine(folder, "refused.jsonl");
    (var refusals, command) = command is [.., "--refused", var file] ? (file, command[..^2]) : (beside, command);
    _ = refusals.Trim() is not "" && !command.Contains("--refused") ? true : throw new ArgumentException(OutputNeeded);
    (var tenantId, var secret) = emulator is not null && string.IsNullOrEmpty(configuration["Events:TenantId"])
        ? (emulator.TenantId, emulator.EventPublishers[0].SharedSecret)
        : (configuration["Events:TenantId"], configuration["Events:SharedSecret"]);
    var demonstration = Path.Combine(AppContext.BaseDirectory, "events.jsonl");
    await using var input = command switch
    {
        ["-"] => (Stream)Console.OpenStandardInput(),
        [var path] when Path.GetFullPath(path) != Path.GetFullPath(refusals) => File.OpenRead(path),
        [] when emulator is not null => File.OpenRead(demonstration),
        _ => throw new ArgumentException(
            "Give a file of events, or - for standard input, and at the end --refused OTHERFILE or --yes. The demonstration without a"
            + " file runs on the emulator only: Gainsight's API cannot delete people, so nothing could clean up after it."),
    };
    if (!tenants.MayWrite(args))
    {
        return false;
    }
    var map = DestinationMap.Load(Path.Combine(AppContext.BaseDirectory, "destination.json"));
    var publisher = string.IsNullOrEmpty(tenantId) || string.IsNullOrEmpty(secret) ? null : new EventCredential(tenantId, secret);
    using var journal = emulator is null && command is [not "-"] ? WriteJournal.Open($"{command[0]}.journal") : null;
    Console.Write(journal is { Written: var written and > 0 } ? $"By {command[0]}.journal, {written} writes were done before.\n" : "");
    var mode = refusals == beside && command is not ["-"] ? FileMode.Create : FileMode.Append;
    var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
    if (!OperatingSystem.IsWindows())
    {
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // Events have data of customers.
    }
    await using var refused = new StreamWriter(refusals, options) { AutoFlush = true };
    using var lines = new StreamReader(input, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
    var destination = new Destination(tenants.Client(), map, publisher, journal, Console.Out, refused);
    await destination.SendAsync(lines, stop);
    Console.WriteLine($"The refused events and the reasons are in {Path.GetFullPath(refusals)}.");
    var bad = File.ReadLinesAsync(demonstration, stop).Where(line => line.Contains("\"bad\":true", StringComparison.Ordinal));
    return destination.Refused == (command.Length > 0 ? 0 : await bad.CountAsync(stop));
});
