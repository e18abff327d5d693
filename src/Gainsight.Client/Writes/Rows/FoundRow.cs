namespace Gainsight.Client;

/// <summary>A row of the tenant that has the keys asked for.</summary>
/// <param name="Gsid">Its GSID.</param>
/// <param name="Values">The fields that were read. An absent field has no value.</param>
/// <param name="IsComplete">Whether all fields asked for were read, not only the keys.</param>
internal readonly record struct FoundRow(string Gsid, GainsightRecord Values, bool IsComplete);
