namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
    /// <summary><c>POST /v1.0/api/eventManager/event</c>.</summary>
    public const string EventPublish = "event.publish";
}
