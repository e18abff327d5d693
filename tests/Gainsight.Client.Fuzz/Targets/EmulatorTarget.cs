using System.Globalization;
using System.Text;
using Gainsight.Client.Fuzz.Clients;
using Gainsight.Client.Fuzz.Mutations;

namespace Gainsight.Client.Fuzz.Targets;

/// <summary>The emulator's endpoints with changed requests. It must answer each, and never with a failure of its own.</summary>
/// <remarks>The input is text: requests of the client by number, each with the seed of its change.</remarks>
internal sealed class EmulatorTarget : FuzzTarget
{
    private const int MaxRequests = 3;

    private readonly Lazy<List<RecordedRequest>> _requests = new(Record);

    public override string Name => "emulator";

    public override int Weight => 4;

    public override byte[] Create(Random random) => Encoding.UTF8.GetBytes(string.Join(
        '\n', Enumerable.Range(0, random.Next(1, MaxRequests + 1)).Select(_ => FormattableString.Invariant($"{random.Next(_requests.Value.Count)} {random.Next()}"))));

    public override async Task RunAsync(byte[] input)
    {
        using var tenant = new FuzzTenant();
        using var invoker = new HttpMessageInvoker(tenant.Handler, disposeHandler: false);
        foreach (var line in Encoding.UTF8.GetString(input).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = Array.ConvertAll(line.Split(' '), text => int.Parse(text, CultureInfo.InvariantCulture));
            using var request = Change(_requests.Value[numbers[0]], tenant.Emulator.BaseAddress, new Random(numbers[1]));
            using var response = await invoker.SendAsync(request, CancellationToken.None);
            var body = await response.Content.ReadAsByteArrayAsync();
            CheckException.ThrowIf((int)response.StatusCode >= 500, "The emulator failed.");
            if (response.Content.Headers.ContentType?.MediaType == "application/json")
            {
                using var document = Json.TryParse(body);
                CheckException.ThrowIf(body.Length > 0 && document is null, "The emulator's answer is not JSON.");
            }
        }
    }

    public override IEnumerable<byte[]> Shrink(byte[] input)
    {
        var lines = Encoding.UTF8.GetString(input).Split('\n');
        return Enumerable.Range(0, lines.Length).Select(left => Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, index) => index != left))));
    }

    /// <summary>The requests of every operation, one for each body and path.</summary>
    private static List<RecordedRequest> Record()
    {
        var requests = new List<RecordedRequest>();
        foreach (var operation in ClientOperations.All)
        {
            RecordingHandler? recording = null;
            using var tenant = new FuzzTenant(inner => recording = new RecordingHandler(inner));
            try
            {
                operation.RunAsync(tenant, CancellationToken.None).GetAwaiter().GetResult();
            }
            catch (GainsightException)
            {
                // Some operations ask for rows that are not there.
            }

            requests.AddRange(recording!.Requests);
        }

        return requests;
    }

    private static HttpRequestMessage Change(RecordedRequest recorded, Uri address, Random random)
    {
        (var method, var path, var headers, var body) = recorded;
        switch (random.Next(8))
        {
            case 0:
                path = ChangePath(path, random);
                break;
            case 1:
                method = ((string[])["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"])[random.Next(6)];
                break;
            case 2:
                var changed = random.Next(headers.Count);
                headers = [.. headers.Select((header, index) => index == changed ? KeyValuePair.Create(header.Key, random.Next(2) == 0 ? "" : header.Value + "x") : header)];
                break;
            default:
                body = Mutator.Json(body, random);
                break;
        }

        // A path that is no address is not sent.
        var request = new HttpRequestMessage(new HttpMethod(method), Uri.TryCreate(address, path, out var uri) && uri.Host == address.Host ? uri : address) { Content = new ByteArrayContent(body) };
        foreach ((var name, var value) in headers.Where(header => header.Key != "Content-Length"))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private static string ChangePath(string path, Random random)
    {
        string[] pieces = ["%", "%00", "%ff", "..", "//", "?", "&", "=", "keys=", "keys=Name,Name", "%2F", "Company", "é", "0", "-1", "99999999999999999999"];
        var at = random.Next(1, path.Length + 1);
        var length = Math.Min(random.Next(8), path.Length - at);
        return path[..at] + pieces[random.Next(pieces.Length)] + path[(at + length)..];
    }
}
