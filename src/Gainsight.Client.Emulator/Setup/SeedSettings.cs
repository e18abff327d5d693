using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>
/// The single values of a seed: what the tenant is called, who may call it, its time and its random numbers. They are read before anything
/// changes, so that a value that does not fit changes nothing.
/// </summary>
internal sealed class SeedSettings
{
    /// <summary>The version of the format that this emulator writes. It reads this version and older ones.</summary>
    public const int Version = 1;

    public static readonly string[] Names =
        ["version", "complete", "tenantId", "apiUser", "accessKey", "refusesIpAddress", "clients", "clock", "randomSeed", "log"];

    private readonly JsonElement _json;
    private readonly string? _tenantId;
    private readonly string? _apiUser;
    private readonly string? _accessKey;
    private readonly bool _revoked;
    private readonly bool? _refusesIpAddress;
    private readonly Dictionary<string, string> _clients;
    private readonly string? _clock;
    private readonly Action<IReadOnlyList<SeededRandom>>? _restart;
    private readonly RequestLogLevel? _log;

    public SeedSettings(JsonElement seed)
    {
        _json = seed;
        CheckVersion();
        Complete = SeedJson.Flag(seed, "complete", otherwise: false);
        _tenantId = NotEmpty("tenantId");
        _apiUser = NotEmpty("apiUser");
        _accessKey = NotEmpty("accessKey");
        _revoked = SeedJson.Member(seed, "accessKey").ValueKind == JsonValueKind.Null;
        _refusesIpAddress = SeedJson.Member(seed, "refusesIpAddress").ValueKind == JsonValueKind.Undefined
            ? null
            : SeedJson.Flag(seed, "refusesIpAddress", otherwise: false);
        _clients = SeedJson.Members(SeedJson.Member(seed, "clients"), "The section clients")
            .ToDictionary(client => client.Name, client => SeedJson.AsText(client.Value, $"the secret of the client {client.Name}"), StringComparer.Ordinal);
        _clock = SeedJson.Text(seed, "clock");
        _ = _clock is null ? TimeSpan.Zero : ClockText.Offset(_clock, DateTimeOffset.UnixEpoch);
        _restart = Random(SeedJson.Member(seed, "randomSeed"));
        _log = SeedJson.Text(seed, "log") is { } log ? Level(log) : null;
    }

    /// <summary>Whether the seed describes a whole tenant, as a dump does, instead of adding to one.</summary>
    public bool Complete { get; }

    public void Apply(EmulatorParts parts, bool keepRandom)
    {
        parts.Tenant.Id = _tenantId ?? parts.Tenant.Id;
        parts.Tenant.ApiUser = _apiUser ?? parts.Tenant.ApiUser;
        if (_revoked)
        {
            parts.Credentials.RevokeKey();
        }
        else if (_accessKey is not null)
        {
            _ = parts.Credentials.UseKey(_accessKey);
        }

        parts.Credentials.IpRefused = _refusesIpAddress ?? parts.Credentials.IpRefused;
        foreach ((var id, var secret) in _clients)
        {
            parts.Credentials.AddClient(id, secret);
        }

        if (_clock is not null)
        {
            var clock = parts.Tenant.Clock;
            clock.Offset = ClockText.Offset(_clock, clock.Provider.GetUtcNow());
        }

        if (!keepRandom)
        {
            _restart?.Invoke(parts.Random);
        }

        parts.Pipeline.Log.Level = _log ?? parts.Pipeline.Log.Level;
    }

    /// <summary>Writes the single values of a dump. The console of the server is not part of the tenant.</summary>
    public static void Write(SeedWriter seed, EmulatorParts parts)
    {
        seed.Member("version", json => json.WriteNumberValue(Version));
        seed.Member("complete", json => json.WriteBooleanValue(true));
        seed.Member("tenantId", json => json.WriteStringValue(parts.Tenant.Id));
        if (parts.Tenant.ApiUser is { } user)
        {
            seed.Member("apiUser", json => json.WriteStringValue(user));
        }

        seed.Member("accessKey", json => json.WriteStringValue(parts.Credentials.ValidKey));
        if (parts.Credentials.IpRefused)
        {
            seed.Member("refusesIpAddress", json => json.WriteBooleanValue(true));
        }

        seed.Member("clients", json =>
        {
            json.WriteStartObject();
            foreach ((var id, var secret) in parts.Credentials.Clients)
            {
                json.WriteString(id, secret);
            }

            json.WriteEndObject();
        });
        seed.Member("clock", json => json.WriteStringValue(parts.Tenant.Clock.Offset.ToString("c", CultureInfo.InvariantCulture)));
    }

    /// <summary>Tells where the random numbers are, so that a tenant that is loaded goes on with the same ones.</summary>
    public static string TextOf(IReadOnlyList<SeededRandom> randoms) =>
        string.Join('-', randoms.Select(random => random.State.ToString("x16", CultureInfo.InvariantCulture)));

    public static RequestLogLevel Level(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<RequestLogLevel>(text, ignoreCase: true, out var level)
            ? level
            : throw SeedJson.Invalid($"The log must be one of {string.Join(", ", Enum.GetNames<RequestLogLevel>())}, not '{text}'");

    private static Action<IReadOnlyList<SeededRandom>>? Random(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Undefined:
                return null;
            case JsonValueKind.Number when json.TryGetInt32(out var number):
                return randoms => SeededRandom.Create(number, randoms.Count).Zip(randoms).ToList().ForEach(each => each.Second.State = each.First.State);
            case JsonValueKind.String when json.GetString()!.Split('-') is { Length: 4 } parts:
                List<ulong> states = [];
                foreach (var part in parts)
                {
                    if (ulong.TryParse(part, NumberStyles.AllowHexSpecifier, provider: null, out var state))
                    {
                        states.Add(state);
                    }
                }

                if (states.Count == parts.Length)
                {
                    return randoms => states.Zip(randoms).ToList().ForEach(each => each.Second.State = each.First);
                }

                break;
        }

        throw SeedJson.Invalid("The randomSeed must be a whole number, or the text that a dump has");
    }

    private string? NotEmpty(string name) =>
        SeedJson.Text(_json, name) is not { } text ? null
        : string.IsNullOrWhiteSpace(text) ? throw SeedJson.Invalid($"In the seed, {name} must not be empty")
        : text;

    private void CheckVersion()
    {
        var version = SeedJson.Int32(_json, "version", least: 1, otherwise: Version);
        if (version > Version)
        {
            throw SeedJson.Invalid($"The seed has version {version}, and this emulator reads version {Version}. Update the emulator, or dump the tenant again with this one");
        }
    }
}
