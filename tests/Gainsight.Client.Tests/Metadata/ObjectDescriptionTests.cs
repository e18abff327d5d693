namespace Gainsight.Client.Tests.Metadata;

public sealed class ObjectDescriptionTests
{
    private static readonly ObjectDescription Survey = new()
    {
        Summary = new ObjectSummary { Name = "nps_survey_response", Label = "NPS", ObjectType = "SYSTEM" },
        Fields = [new FieldDescription { Name = "NPSScore", Label = "Score" }, new FieldDescription { Name = "Comment", Label = "Comment" }],
    };

    [Fact]
    public void A_field_that_must_exist_is_found_in_any_case() => Survey.Get("npsscore").Should().BeSameAs(Survey.Fields[0]);

    [Fact]
    public void A_misspelt_field_is_named_with_its_object_and_the_nearest_one() =>
        ((Func<FieldDescription>)(() => Survey.Get("NPSScor"))).Should().Throw<ArgumentException>()
            .WithMessage("nps_survey_response has no field 'NPSScor'. Did you mean 'NPSScore'?");

    [Fact]
    public void A_field_that_is_like_no_other_is_named_without_a_guess() =>
        ((Func<FieldDescription>)(() => Survey.Get("Region__gc"))).Should().Throw<ArgumentException>().Which.Message.Should().NotContain("Did you mean");
}
