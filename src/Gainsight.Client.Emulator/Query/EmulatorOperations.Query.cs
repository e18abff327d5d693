namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
    /// <summary><c>POST /v1/data/objects/query/{Object}</c>.</summary>
    public const string Query = "record.query";
}
