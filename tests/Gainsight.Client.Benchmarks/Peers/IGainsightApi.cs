using Refit;

namespace Gainsight.Client.Benchmarks;

/// <summary>The calls, as Refit declares them.</summary>
internal interface IGainsightApi
{
    [Post("/v1/data/objects/query/Company")]
    Task<CompanyAnswer> QueryAsync([Body(buffered: true)] CompanyQuery query);

    [Post("/v1/data/objects/Company")]
    Task<CompanyAnswer> InsertAsync([Body(buffered: true)] CompanyBody body);

    [Put("/v1/data/objects/Company?keys=Gsid")]
    Task<CompanyAnswer> UpdateAsync([Body(buffered: true)] CompanyBody body);
}
