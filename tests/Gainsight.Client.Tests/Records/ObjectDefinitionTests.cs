namespace Gainsight.Client.Tests;

public sealed class ObjectDefinitionTests
{
    private static readonly Field<DateOnly> Day = Field.Custom<DateOnly>("Day__gc");

    private static readonly ObjectDefinition Asset = new("Asset__gc", [Day, new Field<string>("Bare__gc", default)]);

    private static readonly ObjectDefinition Empty = new("Other__gc", []);

    [Fact]
    public void A_field_is_found_by_name_in_any_case()
    {
        Asset.Find("day__GC").Should().BeSameAs(Day);
        Asset.Find("gsid").Should().BeSameAs(SystemFields.Gsid);
        Asset.Find("Nope__gc").Should().BeNull();
    }

    [Fact]
    public void The_definition_decides_the_shape_and_the_token_where_it_does_not_know()
    {
        Asset.ShapeOf("DAY__gc").Should().Be(FieldShape.Date);
        Asset.ShapeOf(Field.Custom<DateTimeOffset>("Bare__gc")).Should().Be(FieldShape.DateTime);
        Asset.ShapeOf(Field.Custom<DateTimeOffset>("New__gc")).Should().Be(FieldShape.DateTime);
        Asset.ShapeOf("New__gc").Should().Be(FieldShape.AsIs);
    }

    [Fact]
    public void A_token_is_found_again_whichever_definition_it_was_looked_up_in_before()
    {
        Field byName = "Day__gc";

        for (var round = 0; round < 3; round++)
        {
            Asset.ShapeOf(byName).Should().Be(FieldShape.Date);
            Empty.ShapeOf(byName).Should().Be(FieldShape.AsIs);
            Asset.ShapeOf(Day).Should().Be(FieldShape.Date);
            Empty.IsWritable(Day, out var shape).Should().BeTrue();
            shape.Should().Be(FieldShape.Date);
            Empty.IsWritable(SystemFields.ModifiedDate, out _).Should().BeFalse();
            Asset.IsWritable("createdby").Should().BeFalse();
            Asset.IsWritable("Csm__gr.Email").Should().BeFalse();
        }
    }
}
