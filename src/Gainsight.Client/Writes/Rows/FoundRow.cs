namespace Gainsight.Client;

/// <summary>A row of the tenant that carries the keys asked for.</summary>
/// <param name="Gsid">Its id.</param>
/// <param name="Values">The fields that were read of it; one that is absent has no value.</param>
/// <param name="IsComplete">Whether all fields asked for were read, not the keys alone.</param>
internal readonly record struct FoundRow(string Gsid, GainsightRecord Values, bool IsComplete);
