namespace Gainsight.Client.Tests.Writes;

public sealed class IdentifierKeysTests
{
    private static readonly Field<string> Text = Field.Custom<string>("Text__gc");

    [Fact]
    public void One_field_or_a_collection_of_up_to_three_makes_keys()
    {
        IdentifierKeys one = CompanyFields.Name;
        IdentifierKeys three = [CompanyFields.Name, CompanyFields.Employees, Text];

        one.Should().Equal(CompanyFields.Name);
        three.ToString().Should().Be("Name,Employees,Text__gc");
        three.Names.Should().Be("Name,Employees,Text__gc");
        three.IsGsid.Should().BeFalse();
        IdentifierKeys.Gsid.IsGsid.Should().BeTrue();
    }

    [Fact]
    public void No_keys_and_four_keys_are_refused()
    {
        FluentActions.Invoking(() => IdentifierKeys.Create()).Should().Throw<ArgumentException>().WithMessage("*1 to 3*not 0*");
        FluentActions.Invoking(() => IdentifierKeys.Create(CompanyFields.Name, CompanyFields.Employees, CompanyFields.Users, Text))
            .Should().Throw<ArgumentException>().WithMessage("*1 to 3*not 4*");
    }

    [Fact]
    public void A_key_that_appears_twice_is_refused_in_any_case() =>
        FluentActions.Invoking(() => IdentifierKeys.Create(CompanyFields.Name, Field.Custom<string>("NAME")))
            .Should().Throw<ArgumentException>().WithMessage("*appears twice*");

    [Fact]
    public void Several_names_in_one_text_are_refused_with_the_form_that_is_meant() =>
        FluentActions.Invoking(() => (IdentifierKeys)"Name,Employees").Should().Throw<ArgumentException>().WithMessage("*several names*[CompanyFields.Name, CompanyFields.Employees]*");

    [Theory]
    [MemberData(nameof(Unfit))]
    public void A_field_that_Gainsight_does_not_accept_as_a_key_is_refused(string name, Field field) =>
        FluentActions.Invoking(() => (IdentifierKeys)field).Should().Throw<ArgumentException>().WithMessage($"*{name}*cannot be an identifier key*");

    public static TheoryData<string, Field> Unfit => new()
    {
        { "Csm__gr.Email", CompanyFields.Csm.Then(UserFields.Email) },
        { "RenewalDate", CompanyFields.RenewalDate },
        { "CreatedDate", CompanyFields.CreatedDate },
        { "Stage", CompanyFields.Stage },
        { "Tags", CompanyFields.Tags },
        { "Arr", CompanyFields.Arr },
    };
}
