using System.Text.Json;

namespace Gainsight.Client.Tests;

public sealed class FieldTests
{
    [Fact]
    public void A_custom_field_has_the_usual_data_type_of_its_NET_type()
    {
        Field.Custom<string>("F__gc").DataType.Should().Be(DataType.String);
        Field.Custom<decimal>("F__gc").DataType.Should().Be(DataType.Number);
        Field.Custom<int>("F__gc").DataType.Should().Be(DataType.Number);
        Field.Custom<long>("F__gc").DataType.Should().Be(DataType.Number);
        Field.Custom<double>("F__gc").DataType.Should().Be(DataType.Number);
        Field.Custom<bool>("F__gc").DataType.Should().Be(DataType.Boolean);
        Field.Custom<DateOnly>("F__gc").DataType.Should().Be(DataType.Date);
        Field.Custom<DateTimeOffset>("F__gc").DataType.Should().Be(DataType.DateTime);
        Field.Custom<IReadOnlyList<string>>("F__gc").DataType.Should().Be(DataType.MultiSelect);
        Field.Custom<JsonElement>("F__gc").DataType.Should().Be(DataType.Json);
    }

    [Fact]
    public void A_custom_field_may_say_its_data_type() => Field.Custom<string>("F__gc", DataType.Picklist).DataType.Should().Be(DataType.Picklist);

    [Fact]
    public void A_field_of_another_NET_type_is_refused() =>
        FluentActions.Invoking(() => Field.Custom<Guid>("F__gc")).Should().Throw<NotSupportedException>().WithMessage("*System.Guid*decimal*");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_field_without_a_name_is_refused(string name) => FluentActions.Invoking(() => Field.Custom<string>(name)).Should().Throw<ArgumentException>();

    [Fact]
    public void A_path_goes_through_lookups_and_cannot_be_written()
    {
        Field path = CompanyFields.ParentCompany.Then(CompanyFields.Csm).Then(UserFields.Email);

        path.Name.Should().Be("ParentCompany__gr.Csm__gr.Email");
        path.DataType.Should().Be(DataType.Email);
        path.IsPath.Should().BeTrue();
        path.IsReadOnly.Should().BeTrue();
        path.ToString().Should().Be(path.Name);
        CompanyFields.Csm.IsPath.Should().BeFalse();
    }

    [Fact]
    public void A_name_converts_to_a_token_without_a_data_type()
    {
        Field field = "Tier__gc";

        field.Name.Should().Be("Tier__gc");
        field.DataType.Should().Be(default(DataType));
    }

    [Fact]
    public void A_token_made_by_name_is_kept_for_each_spelling_also_after_many_other_names()
    {
        foreach (var i in Enumerable.Range(0, 10_000))
        {
            Field.ByName($"Name_{i}__gc");
        }

        // Another test may make many names at the same time, which ends what is kept.
        Enumerable.Range(0, 100).Should().Contain(_ => ReferenceEquals(Field.ByName("Tier__gc"), Field.ByName("Tier__gc")));
        Field.ByName("TIER__gc").Name.Should().Be("TIER__gc");
    }
}
