using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>A temporary company.</summary>
/// <param name="name">Its name, as it was sent.</param>
internal sealed class TrialRow(string name)
{
    /// <summary>Its name, as it was sent.</summary>
    public string Name => name;

    /// <summary>Its GSID, once a query has shown it.</summary>
    public string? Gsid { get; set; }

    /// <summary>What the last query that showed it had of it.</summary>
    public JsonElement Stored { get; set; }
}
