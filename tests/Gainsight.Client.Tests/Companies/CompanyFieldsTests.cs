namespace Gainsight.Client.Tests;

public sealed class CompanyFieldsTests
{
    [Fact]
    public void All_lists_every_token_of_the_class() =>
        CompanyFields.All.Select(field => field.Name).Should().BeEquivalentTo(
            typeof(CompanyFields).GetProperties().Where(property => property.PropertyType.IsAssignableTo(typeof(Field))).Select(property => ((Field)property.GetValue(null)!).Name));

    [Fact]
    public void Scores_and_system_fields_are_read_only_and_nothing_else_is() =>
        CompanyFields.All.Where(field => field.IsReadOnly).Select(field => field.Name).Should().BeEquivalentTo(
            "Gsid", "CreatedDate", "ModifiedDate", "CreatedBy", "ModifiedBy", "ScorecardId", "CurrentScore", "PreviousScore", "Trend", "Nps", "Csat");

    [Fact]
    public void The_definition_is_what_the_contract_confirms()
    {
        var definition = CompanyFields.Definition;

        definition.Name.Should().Be("Company");
        definition.Required.Should().Equal(CompanyFields.Name);
        definition.PagingKey.Should().BeSameAs(SystemFields.Gsid);
        definition.DefaultSelect.Should().Contain([SystemFields.Gsid, CompanyFields.Name, SystemFields.ModifiedDate])
            .And.NotContain([CompanyFields.CurrencyIsoCode, CompanyFields.PreviousScore]);
    }

    [Fact]
    public void Every_property_keeps_what_it_is_given()
    {
        var company = new Company
        {
            Gsid = "g",
            Name = "n",
            Arr = 1,
            Mrr = 2,
            Employees = 3,
            Users = 4,
            CustomerLifetimeInMonths = 5.5m,
            LifecycleInWeeks = 6,
            OriginalContractDate = new DateOnly(2020, 1, 1),
            RenewalDate = new DateOnly(2027, 1, 1),
            Stage = "s",
            Status = "t",
            CompanyType = "c",
            ManagedAs = "m",
            Industry = "i",
            IndustryNew = "j",
            Tags = ["a"],
            Csm = "u",
            ParentCompany = "p",
            BillingAddress = "b",
            Summary = "y",
            TickerSymbol = "k",
            SfdcAccountId = "f",
            CurrencyIsoCode = "EUR",
        };

        var read = Wire.Company(Wire.Insert(company).Replace("{\"Name\"", "{\"Gsid\":\"g\",\"Name\"", StringComparison.Ordinal));

        read.Should().BeEquivalentTo(company);
        read.FieldNames.Should().HaveCount(24);
    }

    [Fact]
    public void Scores_read_from_rows()
    {
        var company = Wire.Company("""{"ScorecardId":"s","CurrentScore":"1I00GOOD","PreviousScore":"C","Trend":1,"Nps":9,"Csat":4.5}""");

        company.ScorecardId.Should().Be("s");
        company.CurrentScore.Should().Be("1I00GOOD");
        company.PreviousScore.Should().Be("C");
        company.Trend.Should().Be("1");
        company.Nps.Should().Be(9);
        company.Csat.Should().Be(4.5m);
    }

    [Fact]
    public void The_longer_life_cycle_name_reads_in_the_spelling_of_the_field_map_too() =>
        Wire.Company("""{"CustomerlifetimeInMonths":7}""").CustomerLifetimeInMonths.Should().Be(7);
}
