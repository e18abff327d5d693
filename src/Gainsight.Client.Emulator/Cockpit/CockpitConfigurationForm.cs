namespace Gainsight.Client.Emulator;

/// <summary>The <c>data</c> of the Cockpit configuration.</summary>
public enum CockpitConfigurationForm
{
    /// <summary>A list of names for each category (third party).</summary>
    MapByCategory,

    /// <summary>One list of all names.</summary>
    List,
}
