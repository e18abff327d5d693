using System.Net;
using System.Net.Http.Json;
using Gainsight.Client;
using Gainsight.Client.Emulator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using WebApi;

namespace Samples.Tests;

/// <summary>The web API, with an emulated tenant for each region. Faults show how it behaves when Gainsight fails.</summary>
public sealed class WebApiTests : IDisposable
{
    private readonly GainsightEmulator _emea = new(), _amer = new();

    public void Dispose()
    {
        _emea.Dispose();
        _amer.Dispose();
    }

    [Fact]
    public async Task A_company_is_written_to_the_tenant_of_the_address()
    {
        await using var api = Start();

        Assert.Equal(HttpStatusCode.Created, (await PutAsync(api, "emea", new(125_000m, "Adopting"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(api, "emea", new(130_000m, null))).Status);

        Assert.Equal(130_000m, Assert.Single(_emea.Object("Company").Rows)["Arr"]);
        Assert.Empty(_amer.Object("Company").Rows);
    }

    [Fact]
    public async Task A_bad_value_is_a_problem_that_names_the_field()
    {
        await using var api = Start();

        var (status, problem) = await PutAsync(api, "emea", new(null, "Orbiting"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["Stage"], problem.Errors.Keys);
    }

    [Fact]
    public async Task A_company_is_created_once_when_the_connection_breaks_after_the_insert()
    {
        await using var api = Start();
        var cut = _emea.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.Insert, Count = 1 });

        Assert.Equal(HttpStatusCode.Created, (await PutAsync(api, "emea", new(1m, null))).Status);

        Assert.Equal(1, cut.Fired);                          // the fault really happened
        Assert.Single(_emea.Object("Company").Rows);
    }

    [Fact]
    public async Task A_revoked_key_is_a_bad_gateway_and_an_unknown_tenant_is_not_found()
    {
        await using var api = Start();
        _amer.RevokeAccessKey();

        Assert.Equal(HttpStatusCode.BadGateway, (await PutAsync(api, "amer", new(1m, null))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(api, "apac", new(1m, null))).Status);
    }

    [Fact]
    public async Task A_row_of_unknown_outcome_is_a_gateway_timeout()
    {
        // A mock: no fault makes the answer of an upsert unknown for sure.
        var (gainsight, companies) = (Substitute.For<GainsightClient>(), Substitute.For<CompanyClient>());
        gainsight.Companies.Returns(companies);
        companies.UpsertAsync(Arg.Any<Company>(), Arg.Any<IdentifierKeys>(), Arg.Any<CancellationToken>())
            .Returns(call => new RowOutcome<Company>(0, call.Arg<Company>(), RowStatus.Unknown));
        await using var api = Start(services => services.AddKeyedSingleton("emea", gainsight));

        Assert.Equal(HttpStatusCode.GatewayTimeout, (await PutAsync(api, "emea", new(1m, null))).Status);
    }

    private WebApplicationFactory<GainsightProblems> Start(Action<IServiceCollection>? configure = null)
    {
        var (emea, amer) = (new AccessKeyCredential(_emea.AccessKey), new AccessKeyCredential(_amer.AccessKey));
        return new WebApplicationFactory<GainsightProblems>().WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        {
            services.PostConfigure<GainsightClientOptions>("emea", options => (options.BaseAddress, options.Credential, options.PrimaryHandler) = (_emea.BaseAddress, emea, _emea.CreateHandler()));
            services.PostConfigure<GainsightClientOptions>("amer", options => (options.BaseAddress, options.Credential, options.PrimaryHandler) = (_amer.BaseAddress, amer, _amer.CreateHandler()));
            configure?.Invoke(services);
        }));
    }

    private static async Task<(HttpStatusCode Status, ValidationProblemDetails Problem)> PutAsync(WebApplicationFactory<GainsightProblems> api, string tenant, CompanyBody body)
    {
        using var answer = await api.CreateClient().PutAsJsonAsync($"/{tenant}/companies/Acme", body);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<ValidationProblemDetails>())!);
    }
}
