using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>Makes a tenant that reads the times in filters in its own time zone, and a time that comes twice always as the first or always as the second.</summary>
internal sealed partial class LocalTimes(HttpMessageHandler inner, TimeZoneInfo zone, bool first) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            var body = await request.Content.ReadAsStringAsync(cancellationToken);
            request.Content = new StringContent(LocalTime().Replace(body, match => $"\"{Utc(match.Groups[1].Value)}\""), Encoding.UTF8, "application/json");
        }

        return await base.SendAsync(request, cancellationToken);
    }

    [GeneratedRegex("\"(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)\"")]
    private static partial Regex LocalTime();

    private string Utc(string text)
    {
        var local = DateTime.Parse(text, CultureInfo.InvariantCulture);
        var offsets = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local) : [zone.GetUtcOffset(local)];
        return new DateTimeOffset(local, first ? offsets.Max() : offsets.Min()).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }
}
