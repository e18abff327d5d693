using FsCheck;
using FsCheck.Fluent;

namespace Gainsight.Client.Tests.Changes;

/// <summary>Checkpoints as text, the form in which users store them.</summary>
public sealed class ChangeCheckpointTests
{
    private const string Acme = "acme.gainsightcloud.com";

    private static Gen<ModifiedDatePosition> Positions =>
        from second in Gen.Choose(int.MinValue, int.MaxValue)
        from key in Gen.Elements(null, "1P02DEMO0000000000000000000000000001", "a;b/c*é")
        from begun in Gen.Elements(true, false)
        select begun ? new ModifiedDatePosition(second, key) : default;

    private static Gen<ChangeCheckpoint> Checkpoints =>
        from rows in Positions
        from deletes in Positions
        from highVolumeDeletes in Positions
        from undated in Gen.Elements(null, "", "1P02DEMO0000000000000000000000000001")
        from host in Gen.Elements(null, Acme, "127.0.0.1:5099", "[::1]:80")
        select ChangeCheckpoint.Beginning with
        {
            Host = host,
            ObjectName = host is null ? null : "Company",
            Rows = rows,
            Undated = undated,
            Deletes = deletes,
            HighVolumeDeletes = highVolumeDeletes,
        };

    [Fact]
    public void A_checkpoint_is_the_same_after_it_was_kept_as_text() =>
        Prop.ForAll(Checkpoints.ToArbitrary(), checkpoint => ChangeCheckpoint.Parse(checkpoint.ToString()) == checkpoint)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_two_starts_can_be_kept_as_text_too()
    {
        var since = ChangeCheckpoint.Since(new(2026, 6, 4, 12, 0, 0, 700, TimeSpan.FromHours(2)));

        ChangeCheckpoint.Parse(ChangeCheckpoint.Beginning.ToString()).Should().Be(ChangeCheckpoint.Beginning);
        ChangeCheckpoint.Parse(since.ToString()).Should().Be(since)
            .And.Be(ChangeCheckpoint.Since(new(2026, 6, 4, 10, 0, 0, TimeSpan.Zero)), "times count to the second");
    }

    [Fact]
    public void Texts_of_this_version_stay_readable() =>
        ChangeCheckpoint.Parse("gs1;acme.gainsightcloud.com;Company;1780574400/1P02DEMO;*1P02DEMX;1780574370;1780574371").Should().Be(
            ChangeCheckpoint.Beginning with
            {
                Host = Acme,
                ObjectName = "Company",
                Rows = new(1780574400, "1P02DEMO"),
                Undated = "1P02DEMX",
                Deletes = new(1780574370),
                HighVolumeDeletes = new(1780574371),
            });

    [Theory]
    [InlineData("")]
    [InlineData("2026-06-04T12:00:00Z")]
    [InlineData("gs1")]
    [InlineData("gs2;;;;*;;")]
    [InlineData("gs1;;;;*;")]
    [InlineData("gs1;;;;*;;;")]
    [InlineData("gs1;;;soon;*;;")]
    [InlineData("gs1;;;1/;*;;")]
    [InlineData("gs1;;;1/a/b;*;;")]
    [InlineData("gs1;;;/a;*;;")]
    [InlineData("gs1;;;1;1P02;;")]
    [InlineData("gs1;;;;*;9223372036854775807;")]
    [InlineData("gs1;;;;*;;-99999999999999")]
    public void Any_other_text_is_refused(string text) =>
        ((Action)(() => ChangeCheckpoint.Parse(text))).Should().Throw<FormatException>().WithMessage("*ChangeCheckpoint.Beginning*");

    [Fact]
    public void A_checkpoint_fits_its_own_tenant_and_object_in_any_case()
    {
        var checkpoint = ChangeCheckpoint.Beginning.For(Acme, "Company", 0);

        checkpoint.Problem("ACME.gainsightcloud.com", "company").Should().BeNull();
        checkpoint.Problem("other.gainsightcloud.com", "Company").Should().Contain("one checkpoint per tenant");
        checkpoint.Problem(Acme, "Relationship").Should().Contain("one checkpoint per object");
        ChangeCheckpoint.Beginning.Problem(Acme, "Company").Should().BeNull();
    }
}
