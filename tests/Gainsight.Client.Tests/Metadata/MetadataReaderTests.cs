using System.Text;

namespace Gainsight.Client.Tests.Metadata;

/// <summary>Answers in every form that they may have; the forms of the samples are tested against the emulator.</summary>
public sealed class MetadataReaderTests
{
    [Fact]
    public void What_is_not_told_counts_as_allowed()
    {
        var field = Describe("""[{"objectName":"a","fields":[{"fieldName":"X"}]}]""").Fields.Should().ContainSingle().Which;

        field.Should().BeEquivalentTo(new
        {
            Name = "X",
            Label = "X",
            IsRequired = false,
            IsNillable = true,
            IsCreateable = true,
            IsUpdateable = true,
            IsReadOnly = false,
            IsFilterable = true,
            IsSortable = true,
            Length = (int?)null,
            PicklistCategoryId = (string?)null,
        });
        field.Token.Should().BeOfType<Field<string>>();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    public void A_field_without_a_name_is_left_out(string name) =>
        Describe($$"""[{"objectName":"a","fields":[{"fieldName":{{name}}},{"fieldName":"X"}]}]""").Fields.Select(field => field.Token.Name).Should().Equal("X");

    [Fact]
    public void A_lookup_whose_object_has_no_name_is_a_text() =>
        Describe("""[{"objectName":"a","fields":[{"fieldName":"X","dataType":"LOOKUP","meta":{"lookupDetail":{"lookupName":"x","lookupObjects":[{"objectName":" "}]}}}]}]""")
            .Fields.Single().Token.Should().BeOfType<Field<string>>();

    [Theory]
    [InlineData("""{"fieldName":"X","meta":{"required":true,"length":5}}""")]
    [InlineData("""{"FIELDNAME":"X","META":{"Required":"true","LENGTH":5}}""")]
    [InlineData("""{"fieldName":"X","required":"true","length":5,"meta":null}""")]
    [InlineData("""{"fieldName":"X","meta":[],"length":5,"required":true,"unknown":{"required":false,"deep":[{}]}}""")]
    public void Members_are_read_in_any_case_wherever_they_stand_and_as_text_too(string json)
    {
        var field = Describe($$"""{"objectName":"a","fields":[{{json}}]}""").Fields[0];

        (field.IsRequired, field.Length).Should().Be((true, 5));
    }

    [Fact]
    public void The_list_of_a_picklist_is_found_by_its_items_too()
    {
        var field = Describe(
            """[{"objectName":"a","fields":[{"fieldName":"X","dataType":"PICKLIST","options":[{"label":"A","value":"I1","groupId":"C1","active":false},{"label":null,"value":"I2"}]}]}]""")
            .Fields[0];

        field.PicklistCategoryId.Should().Be("C1");
        field.PicklistItems.Should().ContainSingle().Which.Should().BeEquivalentTo(new PicklistItem { Label = "A", Gsid = "I1", IsActive = false });
    }

    [Fact]
    public void A_lookup_without_targets_is_still_a_field()
    {
        var field = Describe("""[{"fields":[{"fieldName":"Owner","dataType":"LOOKUP","meta":{"lookupDetail":{"lookupName":"Owner__gr"}}}]}]""").Fields[0];

        (field.LookupName, field.LookupObjects.Count).Should().Be(("Owner__gr", 0));
        field.Token.Should().BeOfType<Field<string>>();
    }

    [Fact]
    public void A_token_follows_the_lookup_under_the_name_that_describe_tells()
    {
        var field = new FieldDescription { Name = "Owner__gc", Label = "Owner", DataType = DataType.Lookup, LookupName = "Owner__gr", LookupObjects = ["gsuser"] };

        var token = field.Token.Should().BeOfType<LookupField>().Which;

        token.TargetObject.Should().Be("gsuser");
        token.Then(UserFields.Email).Name.Should().Be("Owner__gr.Email");
        token.Then(CompanyFields.Csm).Then(UserFields.Email).Name.Should().Be("Owner__gr.Csm__gr.Email");
    }

    [Fact]
    public void A_token_can_be_had_with_another_type()
    {
        var field = new FieldDescription { Name = "Seats__gc", Label = "Seats", DataType = DataType.Number, IsReadOnly = true };

        var seats = field.As<int>();

        (seats.Name, seats.DataType, seats.IsReadOnly).Should().Be(("Seats__gc", DataType.Number, true));
        field.As<decimal>().Should().BeSameAs(field.Token);
    }

    [Fact]
    public void Fields_of_one_list_share_its_items()
    {
        const string Field = """{"fieldName":"X","options":[{"label":"A","value":"I1","groupId":"C1"}]}""";
        var reader = new MetadataReader();

        var objects = reader.ReadDescriptions(Encoding.UTF8.GetBytes($$"""[{"fields":[{{Field}}]},{"fields":[{{Field}}]}]"""));

        objects[0].Fields[0].PicklistItems.Should().BeSameAs(objects[1].Fields[0].PicklistItems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[null, 1, []]")]
    public void An_answer_without_objects_describes_none(string json) => new MetadataReader().ReadDescriptions(Encoding.UTF8.GetBytes(json)).Should().BeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    public void A_list_that_is_none_is_not_taken_for_an_empty_one(string json) =>
        new MetadataReader().Invoking(reader => reader.ReadList(Encoding.UTF8.GetBytes(json))).Should().Throw<GainsightProtocolException>();

    [Theory]
    [InlineData("""{"categoryDetails":null}""")]
    [InlineData("[]")]
    public void A_dropdown_without_items_is_not_taken_for_an_empty_one(string json) =>
        new MetadataReader().Invoking(reader => reader.ReadDropdown(Encoding.UTF8.GetBytes(json), "C1")).Should().Throw<GainsightProtocolException>();

    [Fact]
    public void A_deleted_item_of_a_dropdown_may_not_be_written()
    {
        var dropdown = new MetadataReader().ReadDropdown(
            """{"categoryDetails":{"name":"Stage","variant":"SINGLE_SELECT"},"childItems":[{"name":"A","gsid":"I1","deleted":true,"active":true}]}"""u8, "C1");

        (dropdown.CategoryId, dropdown.Name, dropdown.Variant, dropdown.Items.Single().IsActive).Should().Be(("C1", "Stage", "SINGLE_SELECT", false));
    }

    private static ObjectDescription Describe(string json) => new MetadataReader().ReadDescriptions(Encoding.UTF8.GetBytes(json)).Should().ContainSingle().Which;
}
