using FsCheck;
using FsCheck.Fluent;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>Compares the query evaluator with LINQ over the same rows.</summary>
public sealed class QueryPropertyTests
{
    private static readonly string[] Texts = ["a", "B", "b", "ab", "ba", "z"];

    [Fact]
    public void A_filter_on_numbers_and_texts_finds_what_LINQ_finds()
    {
        var rows = Gen.ListOf(Gen.Zip(Gen.Elements(Texts), Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, 4).Select(i => (int?)i)))).ToArbitrary();
        var conditions = Gen.ArrayOf(Gen.Zip(Gen.Elements("EQ", "NE", "LT", "GT", "LTE", "GTE"), Gen.Zip(Gen.Choose(0, 4), Gen.Elements(true, false))), 4).ToArbitrary();

        Prop.ForAll(rows, conditions, (data, tests) =>
        {
            using var tenant = new Tenant();
            foreach ((var text, var number) in data)
            {
                _ = tenant.Companies.Insert(("Name", text), ("Employees", number));
            }

            var found = Find(tenant, tests);
            List<string> expected = [.. data.Where(row => Expected(row, tests)).Select(row => row.Item1).Order(StringComparer.Ordinal)];
            return found.SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Pages_by_id_give_every_row_once_whatever_their_size()
    {
        Prop.ForAll(Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (count, size) =>
        {
            using var tenant = new Tenant(seed: count);
            List<string> inserted = [.. Enumerable.Range(0, count).Select(i => tenant.Companies.Insert(("Name", "a")))];
            var read = new List<string>();
            int page;
            do
            {
                var last = read.Count == 0 ? "0" : read[^1];
                var answer = tenant.QueryAsync("Company", $$$"""
                    {"select":["Gsid"],"orderBy":{"Gsid":"asc"},"limit":{{{size}}},"where":{"conditions":[{"name":"Gsid","alias":"A","operator":"GT","value":["{{{last}}}"]}],"expression":"A"}}
                    """).GetAwaiter().GetResult();
                read.AddRange(answer.Texts("Gsid")!);
                page = answer.Records.Count;
            }
            while (page == size);
            return read.SequenceEqual(inserted.Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>The conditions alternate between the two fields and are joined as (A AND B) OR (C AND D).</summary>
    private static List<string?> Find(Tenant tenant, (string Operator, (int Number, bool) Value)[] tests)
    {
        var conditions = tests.Select((test, i) => $$"""
            {"name":"{{(i % 2 == 0 ? "Employees" : "Name")}}","alias":"{{(char)('A' + i)}}","operator":"{{test.Operator}}","value":[{{(i % 2 == 0 ? $"{test.Value.Number}" : $"\"{Texts[test.Value.Number]}\"")}}]}
            """);
        var answer = tenant.QueryAsync("Company", $$$"""
            {"select":["Name"],"orderBy":{"Name":"asc"},"where":{"conditions":[{{{string.Join(',', conditions)}}}],"expression":"(A AND B) OR (C AND D)"}}
            """).GetAwaiter().GetResult();
        return [.. answer.Texts("Name")];
    }

    private static bool Expected((string Text, int? Number) row, (string Operator, (int Number, bool) Value)[] tests)
    {
        bool Number(int i) => row.Number is { } number ? Holds(tests[i].Operator, number.CompareTo(tests[i].Value.Number)) : tests[i].Operator == "NE";
        bool Text(int i) => Holds(tests[i].Operator, string.CompareOrdinal(row.Text, Texts[tests[i].Value.Number]));
        return (Number(0) && Text(1)) || (Number(2) && Text(3));
    }

    private static bool Holds(string name, int comparison) => name switch
    {
        "EQ" => comparison == 0,
        "NE" => comparison != 0,
        "LT" => comparison < 0,
        "GT" => comparison > 0,
        "LTE" => comparison <= 0,
        _ => comparison >= 0,
    };
}
