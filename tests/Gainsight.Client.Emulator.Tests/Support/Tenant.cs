using System.Net.Http.Headers;
using System.Text;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>A tenant and a client that calls it.</summary>
internal sealed class Tenant : IDisposable
{
    public Tenant(int seed = 1, string? accessKey = null)
    {
        Emulator = new GainsightEmulator(new GainsightEmulatorOptions { TimeProvider = Clock, Seed = seed });
        Http = new HttpClient(Emulator.CreateHandler()) { BaseAddress = Emulator.BaseAddress };
        Http.DefaultRequestHeaders.Add("Accesskey", accessKey ?? Emulator.AccessKey);
        Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        Emulator.Limits.CallsPerMinute = int.MaxValue;
    }

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));

    public GainsightEmulator Emulator { get; }

    public HttpClient Http { get; }

    public EmulatedObject Companies => Emulator.Object("Company");

    public EmulatedObject Assets => Emulator.Object("Asset__gc");

    public EmulatedObject Users => Emulator.Object("GsUser");

    public Task<Answer> InsertAsync(string target, string records, string? lookups = null, CancellationToken cancellationToken = default) =>
        SendAsync(Http, HttpMethod.Post, $"/v1/data/objects/{target}", Body(records, lookups), cancellationToken);

    public Task<Answer> UpdateAsync(string target, string keys, string records, string? lookups = null) =>
        SendAsync(HttpMethod.Put, $"/v1/data/objects/{target}?keys={keys}", Body(records, lookups));

    public Task<Answer> QueryAsync(string target, string body) => SendAsync(HttpMethod.Post, $"/v1/data/objects/query/{target}", body);

    public Task<Answer> DeleteAsync(string target, string gsid) => SendAsync(HttpMethod.Delete, $"/v1/data/objects/{target}/{gsid}");

    public Task<Answer> SendAsync(HttpMethod method, string path, string? body = null) => SendAsync(Http, method, path, body);

    public static async Task<Answer> SendAsync(
        HttpClient http, HttpMethod method, string path, string? body = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new Answer(response, text);
    }

    public void Dispose()
    {
        Http.Dispose();
        Emulator.Dispose();
        Clock.Dispose();
    }

    private static string Body(string records, string? lookups) =>
        lookups is null ? $$"""{"records":[{{records}}]}""" : $$"""{"records":[{{records}}],"lookups":{{lookups}}}""";
}
