namespace Gainsight.Client.Tests.Metadata;

public sealed class PicklistTests
{
    private static readonly Picklist Stages = new(
    [
        new PicklistItem { Label = "Adopting", Gsid = "I1" },
        new PicklistItem { Label = "Launched", Gsid = "I2" },
        new PicklistItem { Label = "launched", Gsid = "I3" },
        new PicklistItem { Label = "Paused", Gsid = "I4", IsActive = false },
        new PicklistItem { Label = "Beta", Gsid = "I5" },
        new PicklistItem { Label = "Beta", Gsid = "I6", IsActive = false },
        new PicklistItem { Label = "Twin", Gsid = "I7" },
        new PicklistItem { Label = "Twin", Gsid = "I8" },
    ]);

    [Theory]
    [InlineData("I1", "I1")]
    [InlineData("Adopting", "I1")]
    [InlineData("ADOPTING", "I1")]
    [InlineData("Launched", "I2")]
    [InlineData("launched", "I3")]
    [InlineData("Beta", "I5")]
    [InlineData("beta", "I5")]
    [InlineData("I8", "I8")]
    public void A_text_means_the_item_of_that_gsid_or_label_then_of_that_label_in_another_case(string text, string gsid) =>
        (Stages.Resolve(text).Kind, Stages.Resolve(text).Item?.Gsid).Should().Be((PicklistMatchKind.Found, gsid));

    [Theory]
    [InlineData("Paused", "I4")]
    [InlineData("paused", "I4")]
    [InlineData("I4", "I4")]
    [InlineData("I6", "I6")]
    public void An_item_that_may_not_be_written_is_found_as_such(string text, string gsid) =>
        (Stages.Resolve(text).Kind, Stages.Resolve(text).Item?.Gsid).Should().Be((PicklistMatchKind.Inactive, gsid));

    [Theory]
    [InlineData("LAUNCHED")]
    [InlineData("Twin")]
    [InlineData("twin")]
    public void A_label_of_several_items_is_ambiguous(string text) => Stages.Resolve(text).Should().Be(new PicklistMatch(PicklistMatchKind.Ambiguous));

    [Theory]
    [InlineData("")]
    [InlineData("i1")]
    [InlineData("Adoptin")]
    public void Any_other_text_is_unknown(string text) => Stages.Resolve(text).Should().Be(new PicklistMatch(PicklistMatchKind.Unknown));

    [Fact]
    public void Labels_to_choose_from_are_the_active_ones_in_the_order_of_the_list() =>
        Stages.ActiveLabels.Should().Equal("Adopting", "Launched", "launched", "Beta", "Twin", "Twin");

    [Fact]
    public void An_item_is_named_by_its_label_only_where_no_other_can_be_meant() =>
        Stages.Items.Where(Stages.IsNamedByLabel).Select(item => item.Gsid).Should().Equal("I1", "I4");
}
