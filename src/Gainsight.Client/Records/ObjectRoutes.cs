namespace Gainsight.Client;

/// <summary>The calls that read and write the rows of an object. Some objects have routes of their own, or routes that can be replaced separately.</summary>
internal sealed record ObjectRoutes(Operation Insert, Operation Update, Operation Query, Operation Delete)
{
    /// <summary>The record API, whose routes contain the object's name.</summary>
    public static ObjectRoutes Generic { get; } =
        new(Operations.RecordsInsert, Operations.RecordsUpdate, Operations.RecordsQuery, Operations.RecordsDelete);
}
