using System.Net;
using Gainsight.Client.IntegrationTests.Users;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class LookupTests
{
    private const string Rhea = "rhea@northwind.example";

    [Fact]
    public async Task Rows_share_a_call_if_their_lookups_have_the_same_shape()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Parent"));
        var rhea = tenant.Emulator.Object("GsUser").Rows.Single(row => Equals(row["Email"], Rhea)).Gsid;
        var rows = Rows.Companies(60);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i % 3 == 1)
            {
                rows[i].SetLookup(CompanyFields.Csm, UserFields.Email, Rhea);
            }
            else if (i % 3 == 2)
            {
                rows[i].SetLookup(CompanyFields.Csm, UserFields.Email, Rhea);
                rows[i].SetLookup(CompanyFields.ParentCompany, CompanyFields.Name, "Parent");
            }
        }

        var report = await tenant.CreateClient().Companies.InsertAsync(rows);

        report.AllSucceeded.Should().BeTrue();
        report.Calls.Should().Be(3);
        report.Rows.Should().OnlyContain(row => Equals(tenant.Companies.Find(row.Gsid!)!["Name"], row.Record.Name));
        report.Rows.Should().OnlyContain(row => Equals(tenant.Companies.Find(row.Gsid!)!["Csm"], row.Index % 3 == 0 ? null : rhea));
        report.Rows.Count(row => tenant.Companies.Find(row.Gsid!)!["ParentCompany"] is not null).Should().Be(20);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lookup_that_matches_nothing_fails_only_its_row(bool upsert)
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(50);
        rows.ForEach(row => row.SetLookup(CompanyFields.Csm, UserFields.Email, Rhea));
        rows[8].SetLookup(CompanyFields.Csm, UserFields.Email, "nobody@northwind.example");
        var gainsight = tenant.CreateClient();

        var report = upsert
            ? await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name)
            : await gainsight.Companies.InsertAsync(rows);

        report.Failed.Should().ContainSingle().Which.Should().Match<RowOutcome<Company>>(
            row => row.Index == 8 && row.Errors[0].Code == "GSOBJ_1011" && row.Errors[0].Field == "Csm");
        report.Failed[0].Errors[0].Message.Should().MatchEquivalentOf("No row of gsuser matches the lookup of Csm. Create the row first, or correct the value.");
        report.Inserted.Should().HaveCount(49);
        report.Calls.Should().Be(upsert ? 4 : 2, "an upsert reads its keys, and once what a refused call wrote");
    }

    [Fact]
    public async Task A_lookup_by_two_fields_fails_the_bad_row_and_not_rows_with_the_same_name()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(20);
        rows.ForEach(row => row.SetLookup(CompanyFields.Csm, Lookup.By(UserFields.LastName, "Lindqvist").And(UserFields.FirstName, "Rhea")));
        rows[8].SetLookup(CompanyFields.Csm, Lookup.By(UserFields.LastName, "Lindqvist").And(UserFields.FirstName, "Someone else"));

        var report = await tenant.CreateClient().Companies.InsertAsync(rows);

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(8);
        report.Inserted.Should().HaveCount(19);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_that_names_the_documented_key_of_a_lookup_fails_only_the_row_that_sent_it(bool update)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));
        var users = TenantUsers.Many(50);
        if (update)
        {
            users.ForEach(user => tenant.Users().Insert(("SFDCUserName", user.SfdcUserName), ("Name", user.LastName)));
        }

        users.ForEach(user => user.SetLookup(UserFields.CompanyId, CompanyFields.Name, "Acme"));
        users[8].SetLookup(UserFields.CompanyId, CompanyFields.Name, "Nope");
        Intercept? wire = null;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = wire = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, _, _) => wire!.Sent.Last().Body.Contains("Nope", StringComparison.Ordinal)
                ? (HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1011","requestId":"r","data":{"count":0,"errors":[[{"success":false,"errors":[{"errorCode":"GSOBJ_1011","errorMessage":"No match.","fieldName":"CompanyName","invalidValue":"Nope"}]}]],"records":null}}""")
                : null,
        });

        var report = update
            ? await gainsight.Users.UpdateAsync(users, UserFields.SfdcUserName)
            : await gainsight.Users.InsertAsync(users);

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(8);
        report.Rows.Count(row => row.Succeeded).Should().Be(49);
        report.Calls.Should().Be(2);
    }
}
