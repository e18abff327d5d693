using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Conventions;

public sealed class ApprovedTests
{
    [Fact]
    public void The_tables_of_operations_and_fields_are_those_that_are_documented() =>
        ApprovedFile.ShouldHold("docs/wire.md", WireDocument.Text(ApprovedFile.Read("docs/wire.md")));

    [Fact]
    public void The_tables_of_options_are_those_that_are_documented() =>
        ApprovedFile.ShouldHold("docs/configuration.md", ConfigurationDocument.Text(ApprovedFile.Read("docs/configuration.md")));
}
