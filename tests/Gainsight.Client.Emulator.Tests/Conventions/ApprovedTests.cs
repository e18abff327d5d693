namespace Gainsight.Client.Emulator.Tests.Conventions;

public sealed class ApprovedTests
{
    [Fact]
    public void The_emulator_knows_nothing_of_the_client() =>
        typeof(GainsightEmulator).Assembly.GetReferencedAssemblies().Should().NotContain(assembly => assembly.Name == "Gainsight.Client");
}
