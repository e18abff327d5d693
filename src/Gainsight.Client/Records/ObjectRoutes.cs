namespace Gainsight.Client;

/// <summary>The calls by which the rows of an object are read and written, for objects whose routes are known, or can be replaced, apart from the others'.</summary>
internal sealed record ObjectRoutes(Operation Insert, Operation Update, Operation Query, Operation Delete)
{
    /// <summary>The API of objects, which has the object's name in its routes.</summary>
    public static ObjectRoutes Generic { get; } =
        new(Operations.RecordsInsert, Operations.RecordsUpdate, Operations.RecordsQuery, Operations.RecordsDelete);
}
