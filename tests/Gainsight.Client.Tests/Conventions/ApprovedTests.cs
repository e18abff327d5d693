using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Conventions;

public sealed class ApprovedTests
{
    [Fact]
    public void The_table_of_operations_is_the_one_that_is_documented() =>
        ApprovedFile.ShouldHold("docs/wire.md", WireDocument.Text(ApprovedFile.Read("docs/wire.md")));
}
