namespace Gainsight.Client.Emulator;

/// <summary>The names of the operations. Faults select requests by them, and the request log shows them.</summary>
/// <remarks>Each area of the API declares its own operations.</remarks>
public static partial class EmulatorOperations;
