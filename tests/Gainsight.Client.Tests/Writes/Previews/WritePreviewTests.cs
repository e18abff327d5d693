namespace Gainsight.Client.Tests.Writes;

public sealed class WritePreviewTests
{
    [Fact]
    public void Rows_are_sorted_by_what_the_write_would_do()
    {
        var preview = new WritePreview<string>(
            [new(0, "a", PreviewStatus.Unchanged), new(1, "b", PreviewStatus.WouldUpdate), new(2, "c", PreviewStatus.WouldInsert), new(3, "d", PreviewStatus.WouldFail), new(4, "e", PreviewStatus.WouldUpdate)],
            calls: 2);

        preview.WouldInsert.Select(row => row.Index).Should().Equal(2);
        preview.WouldUpdate.Select(row => row.Index).Should().Equal(1, 4);
        preview.Unchanged.Select(row => row.Index).Should().Equal(0);
        preview.WouldFail.Select(row => row.Index).Should().Equal(3);
        preview.ToString().Should().Be("1 WouldInsert, 2 WouldUpdate, 1 Unchanged, 1 WouldFail (2 calls)");
    }

    [Fact]
    public void A_preview_of_nothing_has_no_rows()
    {
        var preview = new WritePreview<string>([]);

        preview.ToString().Should().Be("No rows (0 calls)");
        preview.WouldInsert.Should().BeEmpty();
    }

    [Fact]
    public void A_row_says_its_position_and_the_names_of_fields_but_no_values()
    {
        FieldChange arr = new(CompanyFields.Arr, 1m, 2m), title = new(Field.ByName("Title"), null, "CEO") { Link = new CompanyPerson() };

        new RowPreview<string>(12, "a", PreviewStatus.WouldUpdate, "1P", [arr, title]).ToString().Should().Be("12: WouldUpdate Arr, CompanyPerson.Title");
        new RowPreview<string>(3, "a", PreviewStatus.Unchanged).ToString().Should().Be("3: Unchanged");
        new RowPreview<string>(4, "a", PreviewStatus.WouldFail, changes: [arr], errors: [new("GSOBJ_1012", "Orbiting.", "Stage", "Orbiting"), new("MissingKey", "No key.")])
            .ToString().Should().Be("4: WouldFail GSOBJ_1012 (Stage), MissingKey");
    }
}
