namespace Gainsight.Client;

/// <summary>A row of an object that is addressed by its name alone.</summary>
public sealed class ObjectRecord : GainsightRecord;
