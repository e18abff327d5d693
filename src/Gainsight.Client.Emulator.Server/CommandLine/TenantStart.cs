using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Makes the tenant that the tool serves: from the state file, or from the seed, and then from the settings.</summary>
internal static class TenantStart
{
    /// <summary>Makes the tenant.</summary>
    /// <param name="settings">The command line and the environment.</param>
    /// <param name="state">The state file, or null.</param>
    /// <param name="note">What the user should know about where the tenant comes from, or null.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="ArgumentException">A file or a setting does not fit. The message names it.</exception>
    public static GainsightEmulator Create(EmulatorSettings settings, StateFile? state, out string? note)
    {
        var emulator = new GainsightEmulator(new GainsightEmulatorOptions { Seed = settings.RandomSeed ?? new GainsightEmulatorOptions().Seed });
        try
        {
            note = null;
            if (state?.Load(emulator) == true)
            {
                note = settings.Seed is { } seed ? $"The seed {seed} was not loaded: the state file has a tenant already." : null;
                Apply(emulator, settings);
            }
            else
            {
                Prepare(emulator, settings);
            }

            return emulator;
        }
        catch
        {
            emulator.Dispose();
            throw;
        }
    }

    /// <summary>Fills a new tenant from the seed and the settings.</summary>
    /// <exception cref="IOException">The seed cannot be read, or does not fit.</exception>
    /// <exception cref="ArgumentException">A setting does not fit.</exception>
    public static void Prepare(GainsightEmulator emulator, EmulatorSettings settings)
    {
        if (settings.Seed is { } seed)
        {
            LoadSeed(emulator, seed, keepRandom: settings.RandomSeed is not null);
        }

        Apply(emulator, settings);
    }

    private static void LoadSeed(GainsightEmulator emulator, string path, bool keepRandom)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"The seed {path} is a directory. Give --seed the path of a JSON file.");
        }

        if (!File.Exists(path))
        {
            throw new IOException($"The seed {path} was not found. Check the path that --seed gives.");
        }

        try
        {
            emulator.Load(File.ReadAllText(path), keepRandom);
        }
        catch (JsonException exception)
        {
            throw new IOException($"{path}, {JsonPlace.Of(exception)}", exception);
        }
        catch (ArgumentException exception)
        {
            throw new IOException($"{path}: {exception.Message}", exception);
        }
    }

    private static void Apply(GainsightEmulator emulator, EmulatorSettings settings)
    {
        if (settings.AccessKey is { } key)
        {
            _ = emulator.RotateAccessKey(key);
        }

        emulator.SetUp(settings.TenantId, settings.Clock);
        emulator.Requests.Level = settings.Log ?? emulator.Requests.Level;
        foreach (var text in settings.Clients)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == text.Length - 1)
            {
                throw new ArgumentException("A client must be written ID=SECRET.");
            }

            emulator.AddClient(text[..equals], text[(equals + 1)..]);
        }

        foreach (var text in settings.Publishers)
        {
            PublisherText.Add(emulator, text);
        }

        foreach (var text in settings.Switches)
        {
            (var name, var value) = FaultText.Pair(text, "switch");
            SettingText.Set(emulator.Switches, "switch", name, value);
        }

        foreach (var text in settings.Limits)
        {
            (var name, var value) = FaultText.Pair(text, "limit");
            SettingText.Set(emulator.Limits, "limit", name, value);
        }

        // Faults have no names by which they could be merged with those of the seed.
        List<Fault> faults = [.. settings.Faults.Select(FaultText.Parse)];
        if (faults.Count > 0)
        {
            emulator.Faults.Clear();
            faults.ForEach(fault => emulator.Faults.Add(fault));
        }
    }
}
