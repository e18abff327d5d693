using System.Net;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Queries with a name that the tenant does not have.</summary>
public sealed class QueryNameTests
{
    public static TheoryData<string, string, string> Names => new()
    {
        { "select", "Nmae", "Name" },
        { "select", "Csm__gr.Emial", "Email" },
        { "select", "Cms__gr.Email", "Csm__gr" },
        { "where", "Employes", "Employees" },
        { "order", "Stagee", "Stage" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_wrong_field_is_named_with_the_nearest_right_one(string place, string wrong, string right)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);
        query = place switch
        {
            "select" => query.Select(wrong),
            "where" => query.Where(Field.Custom<decimal>(wrong).GreaterThan(1)),
            _ => query.OrderBy(wrong),
        };

        var failure = (await query.Invoking(each => each.ToListAsync()).Should().ThrowAsync<GainsightValidationException>()).Which;

        failure.Message.Should().Contain("Company").And.Contain($"Did you mean {right}?");
        failure.Errors.Should().ContainSingle().Which.Field.Should().Be(wrong);
        failure.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (failure.ErrorCode, failure.RequestId).Should().NotBe((null, null));
    }

    [Fact]
    public async Task The_text_of_the_server_is_in_a_property_and_in_no_message()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, _, _) => (HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1002","errorDesc":"Field secret value is odd","requestId":"r"}"""),
        });

        var failure = (await gainsight.Companies.Query().Invoking(each => each.ToListAsync()).Should().ThrowAsync<GainsightValidationException>()).Which;

        failure.ErrorDescription.Should().Be("Field secret value is odd");
        failure.ToString().Should().NotContain("secret value");
    }

    [Fact]
    public async Task One_wrong_name_among_600_is_found_with_one_description()
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.Emulator.Object("Asset__gc");
        for (var i = 0; i < 599; i++)
        {
            assets.AddField($"Extra_{i}__gc", Emulator.EmulatedDataType.String);
        }

        var gainsight = tenant.CreateClient();
        var query = gainsight.Objects("Asset__gc").Query().Select(Enumerable.Range(0, 600).Select(i => (Field)$"Extra_{i}__gc"));

        var failure = (await query.Invoking(each => each.ToListAsync()).Should().ThrowAsync<GainsightValidationException>()).Which;

        failure.Errors.Should().ContainSingle().Which.Field.Should().Be("Extra_599__gc");
        tenant.Emulator.Requests.Count.Should().Be(2);
    }

    [Theory]
    [InlineData("No data found", true)]
    [InlineData("No data found for given criteria", true)]
    [InlineData("no data found for given criteria.", true)]
    [InlineData("The query failed: No data found for the lookup Csm", false)]
    [InlineData("No data found in the field Csm, which does not exist", false)]
    public async Task Only_an_answer_whose_message_it_is_passes_for_an_empty_result(string message, bool isEmpty)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, text) => request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal)
                ? (HttpStatusCode.BadRequest, $$"""{"result":false,"errorCode":"GSOBJ_1099","errorDesc":"{{message}}","requestId":"r","data":null}""")
                : (status, text),
        });

        var read = () => gainsight.Companies.Query().ToListAsync();

        if (isEmpty)
        {
            (await read()).Should().BeEmpty();
        }
        else
        {
            (await read.Should().ThrowAsync<GainsightValidationException>()).Which.ErrorDescription.Should().Be(message);
        }
    }

    [Fact]
    public async Task An_unknown_object_is_named_with_the_nearest_one_in_reads_and_writes()
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.CreateClient().Objects("Aset__gc");

        foreach (var call in new Func<Task>[]
        {
            () => assets.Query().Select("Name").ToListAsync(),
            () => assets.InsertAsync([new ObjectRecord { ["Name"] = "a" }]),
        })
        {
            (await call.Should().ThrowAsync<GainsightNotFoundException>()).Which.Message
                .Should().Contain("Aset__gc").And.Contain("Did you mean asset__gc?").And.NotContain("path of the call");
        }
    }

    [Fact]
    public async Task A_refusal_that_no_name_explains_stays_as_it_is_even_if_the_object_cannot_be_described()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, _, _) => (HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1008","errorDesc":"x","requestId":"r-1"}"""),
        });

        (await gainsight.Companies.Query().Invoking(each => each.ToListAsync()).Should().ThrowAsync<GainsightValidationException>())
            .Which.RequestId.Should().Be("r-1");
    }
}
