using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Emulator.Tests.Conventions;

public sealed class ApprovedTests
{
    [Fact]
    public void The_public_members_are_those_that_are_listed() =>
        ApprovedFile.ShouldHold("tests/Gainsight.Client.Emulator.Tests/Conventions/PublicApi.txt", PublicApi.Of(typeof(GainsightEmulator).Assembly));

    [Fact]
    public void The_emulator_does_not_refer_to_the_client() =>
        typeof(GainsightEmulator).Assembly.GetReferencedAssemblies().Should().NotContain(assembly => assembly.Name == "Gainsight.Client");
}
