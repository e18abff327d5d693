namespace Gainsight.Client.Emulator.Tests.Conventions;

public sealed class ApprovedTests
{
    [Fact]
    public void The_emulator_does_not_refer_to_the_client() =>
        typeof(GainsightEmulator).Assembly.GetReferencedAssemblies().Should().NotContain(assembly => assembly.Name == "Gainsight.Client");
}
