using System.Net;
using System.Text.RegularExpressions;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>The values of rows in the file of a copy.</summary>
public sealed partial class CopyValueTests
{
    /// <summary>Values that an answer can hold, by the field that has them.</summary>
    public static TheoryData<string, string> RawValues => new()
    {
        { "Summary", """
            "half \ud83d of a pair"
            """ },
        { "Summary", """["a", {"b":"half \ud83d"}]""" },
        { "Summary", "[ 1,\r\n  {\n \"a\": \" x \" }\n]" },
        { "Summary", new string('[', 300) + new string(']', 300) },
        { "RenewalDate", "\"n/a\"" },
        { "Tags", "7" },
    };

    public static TheoryData<int, bool> TagForms => new()
    {
        { 0, true },
        { 0, false },
        { 1, true },
        { 1, false },
        { 2, true },
        { 2, false },
    };

    [Theory]
    [MemberData(nameof(RawValues))]
    public async Task Every_value_that_an_answer_can_hold_is_saved_and_read_again(string field, string raw)
    {
        await using var tenant = await Tenant.StartAsync();
        using var file = new CopyFile();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => status == HttpStatusCode.OK ? (status, Name().Replace(body, $"$0,\"{field}\":{raw.Trim()}")) : null,
        });
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);

        var first = await file.UpdateAsync(gainsight, query);
        tenant.Clock.Advance(Feed.Settled);
        var second = await file.UpdateAsync(gainsight, query);

        first.Should().ContainSingle();
        second.Should().BeEmpty();
        using var copy = new RecordCopy<Company>(file.Path);
        var row = copy.Rows[gsid];
        row.Name.Should().Be("Acme");
        row.IsSet(field).Should().BeTrue();
        if (raw.Contains("of a pair", StringComparison.Ordinal))
        {
            row.Get(CompanyFields.Summary).Should().Be("half \uFFFD of a pair");
        }
    }

    [Theory]
    [MemberData(nameof(TagForms))]
    public async Task Rows_of_a_query_with_labels_hold_the_labels_of_multi_selects_also_after_a_restart(int count, bool isArray)
    {
        await using var tenant = await Tenant.StartAsync();
        using var file = new CopyFile();
        string[] labels = [.. tenant.Companies.Field("Tags").Picklist!.Items.Where(item => item.Active).Take(count).Select(item => item.Label)];
        var gsid = tenant.Companies.Insert(("Name", "Acme"), ("Tags", labels));
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, Tags().Replace(body, match => $"\"Tags\":{(isArray ? $"[{match.Groups[1].Value}]" : Joined(match.Groups[1].Value))}")),
        });
        var query = gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Tags).WithLabels();

        var first = await file.UpdateAsync(gainsight, query);

        (first.Should().ContainSingle().Which.After!.Tags ?? []).Should().Equal(labels);
        using var copy = new RecordCopy<Company>(file.Path);
        (copy.Rows[gsid].Tags ?? []).Should().Equal(labels);
    }

    private static string Joined(string items) => $"\"{items.Replace("\"", string.Empty, StringComparison.Ordinal).Replace(',', ';')}\"";

    [GeneratedRegex("\"Name\":\"Acme\"")]
    private static partial Regex Name();

    [GeneratedRegex("\"Tags\":(?:null|\\[(.*?)\\])")]
    private static partial Regex Tags();
}
