using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The sections that say how the tenant behaves: <c>switches</c>, <c>limits</c> and <c>faults</c>. Read before anything changes.</summary>
internal sealed class SeedBehavior
{
    public static readonly string[] Names = ["switches", "limits", "faults"];

    private readonly EmulatorSwitches _switches = new();
    private readonly EmulatorLimits _limits = new();
    private List<Fault> _faults = [];

    private SeedBehavior()
    {
    }

    /// <summary>Reads the sections.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="current">Has the switches and limits that the seed does not name, or null for their defaults.</param>
    public static SeedBehavior Read(JsonElement seed, RequestPipeline? current)
    {
        var read = new SeedBehavior();
        if (current is not null)
        {
            SettingText.Copy(current.Switches, read._switches);
            SettingText.Copy(current.Limits, read._limits);
        }

        SeedJson.Within("switches", () => SettingSeed.Load(read._switches, "switch", SeedJson.Member(seed, "switches")));
        SeedJson.Within("limits", () => SettingSeed.Load(read._limits, "limit", SeedJson.Member(seed, "limits")));
        SeedJson.Within("faults", () => read._faults = FaultText.ReadAll(SeedJson.Member(seed, "faults")));
        return read;
    }

    public static void Write(SeedWriter seed, RequestPipeline pipeline)
    {
        seed.Member("switches", json => WriteChanged(json, new EmulatorSwitches(), pipeline.Switches));
        seed.Member("limits", json => WriteChanged(json, new EmulatorLimits(), pipeline.Limits));
        seed.List("faults", pipeline.Faults.Snapshot().Where(fault => fault.CountLeft is null or > 0), FaultText.Write);
    }

    public void Apply(RequestPipeline pipeline)
    {
        SettingText.Copy(_switches, pipeline.Switches);
        SettingText.Copy(_limits, pipeline.Limits);
        _faults.ForEach(fault => pipeline.Faults.Add(fault));
    }

    private static void WriteChanged<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        Utf8JsonWriter json, T usual, T target)
        where T : notnull
    {
        json.WriteStartObject();
        SettingSeed.Write(json, usual, target);
        json.WriteEndObject();
    }
}
