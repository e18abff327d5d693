using Gainsight.Client.TestSupport;
using Xunit.Sdk;

namespace Gainsight.Client.Tests.Conventions;

public sealed class ApprovedFileTests
{
    private const string Approved = "first\nsecond\nthird\nfourth\n";

    [Fact]
    public void A_text_that_differs_fails_with_the_lines_removed_and_added()
    {
        var check = () => ApprovedFile.ShouldBeApproved("docs/wire.md", Approved, "first\nsecond,  {id} {0}\nthird\nfourth\nfifth\n");

        check.Should().Throw<XunitException>().Which.Message.Should()
            .Contain("docs/wire.md").And.Contain("APPROVE=1")
            .And.Contain("\n- second\n+ second,  {id} {0}\n...\n+ fifth\n")
            .And.NotContain("first").And.NotContain("third");
    }

    [Fact]
    public void A_long_diff_is_cut_and_says_by_how_much()
    {
        var check = () => ApprovedFile.ShouldBeApproved("docs/wire.md", string.Empty, string.Concat(Enumerable.Range(1, 100).Select(i => $"line {i}.\n")));

        check.Should().Throw<XunitException>().Which.Message.Should().Contain("+ line 40.\n... and ").And.NotContain("line 41.");
    }

    [Fact]
    public void The_approved_text_passes()
    {
        var check = () => ApprovedFile.ShouldBeApproved("docs/wire.md", Approved, Approved);

        check.Should().NotThrow();
    }
}
