namespace Gainsight.Client.Tests.Writes;

public sealed class KeySpaceTests
{
    private static readonly Field Serial = Field.Custom<string>("Serial__gc");
    private static readonly Field Account = new Field<string>("AccountId__gc", DataType.SfdcId);

    [Fact]
    public void Equal_fields_of_one_object_are_one_space_in_any_case_and_order()
    {
        KeySpace one = new("Asset__gc", [Serial, Account]), other = new("ASSET__GC", [Account, Field.Custom<string>("serial__GC")]);

        one.Name.Should().Be(other.Name);
        one.Fields.Should().Equal("ACCOUNTID__GC", "SERIAL__GC");
        one.ObjectName.Should().Be("ASSET__GC");
        one.Of("a1\u001f001B").Should().Be("001B\u001fA1", "the values come in the order of the fields");
        other.Of("001B\u001fa1").Should().Be("001B\u001fA1");
        new KeySpace("Other__gc", [Serial, Account]).Name.Should().NotBe(one.Name);
        new KeySpace("Asset__gc", [Serial]).Name.Should().NotBe(one.Name);
    }

    [Fact]
    public void The_case_of_a_Salesforce_id_matters_and_that_of_other_keys_does_not()
    {
        new KeySpace("Asset__gc", [Account]).Of("001b").Should().Be("001b");
        new KeySpace("Asset__gc", [Serial]).Of(" a1").Should().Be("A1");
    }

    [Fact]
    public void Spaces_of_one_object_share_the_fields_that_both_have()
    {
        KeySpace both = new("Asset__gc", [Serial, Account]), one = new("Asset__gc", [Serial]);

        both.PositionsIn(one).Should().Equal(1);
        one.PositionsIn(both).Should().Equal(0);
        one.PositionsIn(new KeySpace("Other__gc", [Serial])).Should().BeEmpty();
        one.PositionsIn(new KeySpace("Asset__gc", [Account])).Should().BeEmpty();
        KeySpace.Project("001B\u001fA1", [1]).Should().Be("A1");
        KeySpace.Project("001B\u001fA1", [1, 0]).Should().Be("A1\u001f001B");
    }
}
