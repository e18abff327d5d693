namespace Gainsight.Client.Tests.Writes;

public sealed class ErrorMatcherTests
{
    private readonly StubJob _job = new();
    private readonly Dictionary<WriteRow<ObjectRecord>, List<RecordError>> _named = [];

    [Fact]
    public void An_error_names_every_row_that_sends_the_value_in_the_field()
    {
        var rows = Rows(new() { ["Stage"] = "Orbiting" }, new() { ["Stage"] = "Live" }, new() { ["Name"] = "Orbiting" }, new() { ["Stage"] = "Orbiting" });

        Match(rows, Stage("Orbiting")).Should().BeTrue();

        _named.Keys.Select(row => row.Index).Should().Equal(0, 3);
    }

    [Fact]
    public void An_error_that_must_be_alone_names_no_row_if_it_fits_several()
    {
        var rows = Rows(new() { ["Stage"] = "Orbiting" }, new() { ["Stage"] = "Orbiting" }, new() { ["Stage"] = "Sunk" });

        ErrorMatcher.Match(_job, rows, [Stage("Orbiting"), Stage("Sunk")], _named, mustBeAlone: true).Should().BeFalse();

        _named.Keys.Select(row => row.Index).Should().Equal(2);
    }

    [Fact]
    public void An_error_without_a_field_or_with_a_value_that_no_row_sends_names_nothing()
    {
        var rows = Rows(new() { ["Stage"] = "Orbiting" }, new() { ["Stage"] = null });

        Match(rows, new RecordError("GSOBJ_1012", "Invalid.", field: null, "Orbiting")).Should().BeFalse();
        Match(rows, Stage("orbiting")).Should().BeFalse();
        Match(rows, Stage("Orbiting"), Stage("Other")).Should().BeFalse("one of two errors fits no row");
        _named.Should().ContainSingle();
    }

    [Fact]
    public void Each_row_gets_all_its_errors_and_none_twice()
    {
        var rows = Rows(new ObjectRecord { ["Stage"] = "Orbiting", ["Arr"] = "much" });

        Match(rows, Stage("Orbiting"), Stage("Orbiting"), new("GSOBJ_1008", "Invalid.", "Stage", "Orbiting"), new("GSOBJ_1012", "Invalid.", "Arr", "much")).Should().BeTrue();

        _named[rows[0]].Select(error => error.ToString()).Should().Equal("GSOBJ_1012 (Stage)", "GSOBJ_1008 (Stage)", "GSOBJ_1012 (Arr)");
    }

    [Theory]
    [InlineData("Gold;Lead", "Lead", true)]
    [InlineData("Gold;Lead", "Lead;Gold", true)]
    [InlineData("Gold;Lead", "Lead;Tin", false)]
    [InlineData("Gold;Lead", "Lea", false)]
    [InlineData("Gold", "Tin", false)]
    public void Errors_of_a_multi_select_name_single_items(string sent, string invalid, bool fits)
    {
        _job.MultiSelects.Add("Tags");

        Match(Rows(new ObjectRecord { ["Tags"] = sent }), new RecordError("GSOBJ_1012", "Invalid.", "Tags", invalid)).Should().Be(fits);
    }

    [Fact]
    public void In_a_field_without_items_a_semicolon_is_part_of_the_text() =>
        Match(Rows(new ObjectRecord { ["Name"] = "Gold;Lead" }), new RecordError("GSOBJ_1012", "Invalid.", "Name", "Lead")).Should().BeFalse();

    [Fact]
    public void A_refused_null_names_the_rows_that_sent_none()
    {
        var rows = Rows(new() { ["Name"] = null }, new() { ["Name"] = "Acme" }, new() { ["Name"] = string.Empty }, new() { ["Stage"] = "Live" });

        Match(rows, Null("Name")).Should().BeTrue();

        _named.Keys.Select(row => row.Index).Should().Equal(0, 2);
    }

    [Fact]
    public void A_refused_null_that_no_row_sent_names_the_new_rows_without_the_field()
    {
        var rows = Rows(new() { ["Name"] = "Acme" }, new() { ["Stage"] = "Live" });
        var updates = StubJob.Rows(WriteMode.UpdateByKeys, new ObjectRecord { ["Stage"] = "Live" });

        Match([.. rows, .. updates], Null("Name")).Should().BeTrue();

        _named.Keys.Should().Equal(rows[1]);
        Match(updates, Null("Name")).Should().BeFalse();
    }

    [Fact]
    public void Another_error_without_a_value_names_no_row_for_certain() =>
        Match(Rows(new ObjectRecord { ["Name"] = null }), new RecordError("GSOBJ_1008", "Invalid.", "Name")).Should().BeFalse();

    [Fact]
    public void Errors_fit_no_row_only_if_no_row_sends_any_of_their_fields()
    {
        var rows = Rows(new ObjectRecord { ["Name"] = "Acme" });

        ErrorMatcher.FitsNoRow(_job, rows, [Stage("Orbiting")]).Should().BeTrue();
        ErrorMatcher.FitsNoRow(_job, rows, []).Should().BeFalse();
        ErrorMatcher.FitsNoRow(_job, rows, [Stage("Orbiting"), new("GSOBJ_1012", "Invalid.", "Name", "Other")]).Should().BeFalse();
        ErrorMatcher.FitsNoRow(_job, rows, [new("GSOBJ_1012", "Invalid.", "Stage")]).Should().BeFalse();
        ErrorMatcher.FitsNoRow(_job, rows, [new("GSOBJ_1012", "Invalid.", null, "Orbiting")]).Should().BeFalse();
    }

    private static WriteRow<ObjectRecord>[] Rows(params ObjectRecord[] records) => StubJob.Rows(WriteMode.Insert, records);

    private static RecordError Stage(string value) => new("GSOBJ_1012", "Invalid.", "Stage", value);

    private static RecordError Null(string field) => new("GSOBJ_1007", "Null.", field);

    private bool Match(WriteRow<ObjectRecord>[] rows, params RecordError[] errors) => ErrorMatcher.Match(_job, rows, errors, _named);
}
