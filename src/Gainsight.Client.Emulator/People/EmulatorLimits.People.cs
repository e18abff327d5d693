namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>The duration of an asynchronous upsert of people, which is up to 30 minutes (quoted). Default: 1 minute.</summary>
    public TimeSpan PeopleJobTime { get; set; } = TimeSpan.FromMinutes(1);
}
