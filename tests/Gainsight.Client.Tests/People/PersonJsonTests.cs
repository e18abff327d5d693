using System.Text.Json;

namespace Gainsight.Client.Tests.People;

public sealed class PersonJsonTests
{
    [Fact]
    public void Links_survive_a_round_trip_with_their_lookups_and_custom_fields()
    {
        var byName = new CompanyPerson { Title = "Head of Ops", ["Budget__gc"] = 12.5m };
        byName.SetLookup(CompanyPersonFields.CompanyId, CompanyFields.Name, "Brightwater");
        var person = new Person
        {
            Email = "ines@brightwater.example",
            Companies = { byName, new CompanyPerson { CompanyId = "1P02A", Active = false } },
            Relationships = { new RelationshipPerson { RelationshipId = "1P05A" } },
        };

        var copy = RoundTrip(person);

        copy.Email.Should().Be(person.Email);
        copy.FieldNames.Should().Equal("Email");
        copy.Companies.Should().HaveCount(2);
        (copy.Companies[0].Title, copy.Companies[0]["Budget__gc"], copy.Companies[0].Lookups.Count).Should().Be(("Head of Ops", 12.5m, 1));
        (copy.Companies[1].CompanyId, copy.Companies[1].Active).Should().Be(("1P02A", false));
        copy.Relationships.Should().ContainSingle().Which.RelationshipId.Should().Be("1P05A");
        Serialize(copy).Should().Be(Serialize(person));
    }

    [Fact]
    public void A_person_without_links_writes_none() =>
        Serialize(new Person { Email = "a@b.example" }).Should().Be("""{"Email":"a@b.example"}""");

    [Fact]
    public void A_body_as_gainsight_documents_it_is_read_as_a_person()
    {
        var person = Deserialize("""{"Email":"a@b.example","Favorite_Tool__gc":"lathe","companies":[{"Company_ID":"1P02A","Title":"Head of Ops"}],"relationships":null}""");

        person["Favorite_Tool__gc"].Should().Be("lathe");
        person.Companies.Should().ContainSingle().Which.Title.Should().Be("Head of Ops");
        person.Relationships.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"companies":{}}""")]
    [InlineData("""{"companies":[null]}""")]
    [InlineData("""{"companies":"1P02A"}""")]
    public void Links_of_another_form_are_no_person(string json) =>
        ((Action)(() => Deserialize(json))).Should().Throw<JsonException>();

    [Fact]
    public void The_text_of_a_person_tells_nothing_of_it() =>
        new Person { Email = "secret@b.example", Companies = { new CompanyPerson { Title = "secret" } } }.ToString().Should().Be("Person");

    private static Person RoundTrip(Person person) => Deserialize(Serialize(person));

    private static string Serialize(Person person) => JsonSerializer.Serialize(person, RecordTestContext.Default.Person);

    private static Person Deserialize(string json) => JsonSerializer.Deserialize(json, RecordTestContext.Default.Person)!;

    [Fact]
    public void Links_are_initialised_from_a_list_which_stays_the_callers()
    {
        List<CompanyPerson> rows = [new() { CompanyId = "1P02A" }];

        var person = new Person { Email = "a@b.example", Companies = rows, Relationships = [new() { RelationshipId = "1P04A" }] };
        person.Companies.Add(new CompanyPerson { CompanyId = "1P02B" });

        rows.Should().ContainSingle();
        person.Companies.Select(link => link.CompanyId).Should().Equal("1P02A", "1P02B");
        person.Relationships.Should().ContainSingle();
        person.Companies = person.Companies;
        person.Companies.Should().HaveCount(2);
        FluentActions.Invoking(() => person.Companies = null!).Should().Throw<ArgumentNullException>();
    }
}
