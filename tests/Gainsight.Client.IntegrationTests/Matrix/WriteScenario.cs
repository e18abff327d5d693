namespace Gainsight.Client.IntegrationTests.Matrix;

/// <summary>A write of many rows, some of them bad.</summary>
/// <param name="Operation">The call that writes, one of <see cref="Emulator.EmulatorOperations"/>.</param>
/// <param name="CanAsk">Whether the write has a key by which a lost row is found.</param>
/// <param name="RunAsync">Prepares the tenant, writes, and returns what is wrong.</param>
internal sealed record WriteScenario(string Operation, bool CanAsk, Func<WriteWorld, Action, Tolerance, Task<IEnumerable<string>>> RunAsync);
