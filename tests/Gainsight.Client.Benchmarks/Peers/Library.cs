using Microsoft.Extensions.DependencyInjection;

namespace Gainsight.Client.Benchmarks;

/// <summary>This library, in a container or without one.</summary>
internal sealed class Library : IWork, IDisposable
{
    private static readonly Field[] Fields = [.. CompanyQuery.Page.Select.Select(name => (Field)name)];

    private readonly ServiceProvider? _services;
    private readonly GainsightClient _client;

    public Library(PeerWire wire, bool isContained)
    {
        if (isContained)
        {
            var services = new ServiceCollection();
            services.AddGainsightClient(Configure).ConfigurePrimaryHttpMessageHandler(() => wire);
            _services = services.BuildServiceProvider();
            _client = _services.GetRequiredService<GainsightClient>();
        }
        else
        {
            GainsightClientOptions options = new();
            Configure(options);
            options.PrimaryHandler = wire;
            _client = new GainsightClient(options);
        }
    }

    public async Task<decimal> ReadPageAsync()
    {
        decimal sum = 0;
        await foreach (var row in _client.Companies.Query().Select(Fields).Take(CompanyPage.Rows).ReadAsync().ConfigureAwait(false))
        {
            sum += row.Name!.Length + row.Arr!.Value + row.Employees!.Value + row.RenewalDate!.Value.Day + row.Stage!.Length + row.Get(CompanyPage.Seats)!.Value;
        }

        return sum;
    }

    public async Task<int> WriteAsync() => (await _client.Companies.InsertAsync(CompanyRows.Records).ConfigureAwait(false)).EnsureSuccess().Rows.Count;

    public async Task<int> ReadOneAsync() =>
        await _client.Companies.Query().Select(Fields).Where(CompanyFields.Name.EqualTo("Company 7")).FirstOrDefaultAsync().ConfigureAwait(false) is null ? 0 : 1;

    public async Task<bool> UpsertOneAsync() => (await _client.Companies.UpsertAsync(CompanyRows.Records[7], CompanyFields.Name).ConfigureAwait(false)).Succeeded;

    public void Dispose()
    {
        _client.Dispose();
        _services?.Dispose();
    }

    private static void Configure(GainsightClientOptions options)
    {
        (options.BaseAddress, options.Credential) = (new Uri(PeerWire.Host), new AccessKeyCredential(PeerWire.Key));
        options.Quota.SetLimit("sync-minute", int.MaxValue);
        options.Quota.SetLimit("sync-day", int.MaxValue);
    }
}
