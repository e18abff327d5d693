using FsCheck;
using FsCheck.Fluent;

namespace Gainsight.Client.Tests.People;

public sealed class PersonMergerProperties
{
    private static readonly Gen<(int Company, int Field, int Value)> Links =
        from company in Gen.Choose(0, 3)
        from field in Gen.Choose(0, 2)
        from value in Gen.Choose(0, 99)
        select (company, field, value);

    private static readonly Field<string>[] Fields = [CompanyPersonFields.Title, CompanyPersonFields.Role, Field.Custom<string>("Floor__gc")];

    [Fact]
    public void Every_link_of_every_row_is_kept_once_a_company_with_the_last_value_of_each_field() =>
        Prop.ForAll(Links.ListOf().ListOf().ToArbitrary(), rows =>
        {
            List<Person> people = [.. rows.Select(ToPerson)];
            List<string> before = [.. people.Select(Wired)];
            var expected = new Dictionary<(string, string), string>();
            foreach ((var company, var field, var value) in rows.SelectMany(row => row))
            {
                expected[(Company(company), Fields[field].Name)] = Text(value);
            }

            var merged = PersonMerger.Merge(people.Prepend(new Person { Email = "a@b.example" }));
            PersonMerger.JoinLinks(merged);

            merged.Companies.Select(link => link.CompanyId).Should().OnlyHaveUniqueItems();
            merged.Companies.SelectMany(link => Fields.Where(link.IsSet).Select(field => KeyValuePair.Create((link.CompanyId!, field.Name), link.Get(field)!)))
                .Should().BeEquivalentTo(expected);
            people.Select(Wired).Should().Equal(before, "the caller's own records stay as they are");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Values_that_were_only_loaded_are_not_sent_and_the_address_always_is()
    {
        var loaded = Wire.Read<Person>("""[{"Gsid":"1P03A","Email":"a@b.example","FirstName":"Ines","Location":"Porto"}]""").Single();
        loaded.Location = "Faro";

        Wired(PersonMerger.Merge([loaded])).Should().Be("""{"Email":"a@b.example","Location":"Faro"}""");
    }

    [Fact]
    public void The_end_of_a_link_that_the_person_itself_is_goes_without_saying()
    {
        var person = new Person { Email = "a@b.example", Companies = { new CompanyPerson { PersonId = "1P03A", CompanyId = "1P02A" } } };

        Wired(PersonMerger.Merge([person])).Should().Be("""{"Email":"a@b.example","companies":[{"Company_ID":"1P02A"}]}""");
    }

    private static Person ToPerson(IEnumerable<(int Company, int Field, int Value)> links)
    {
        var person = new Person { Email = "a@b.example" };
        foreach ((var company, var field, var value) in links)
        {
            var link = new CompanyPerson { CompanyId = Company(company) };
            link.Set(Fields[field], Text(value));
            person.Companies.Add(link);
        }

        return person;
    }

    private static string Company(int number) => $"1P02COMPANY{number}";

    private static string Text(int value) => $"value {value}";

    private static string Wired(Person person) =>
        Wire.Write(writer => RecordWriter.WriteUpdate(writer, person, [PersonFields.Email], null, PersonFields.Definition, WireFormat.Default));
}
