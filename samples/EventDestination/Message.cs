namespace EventDestination;

/// <summary>A line of the input: an event, or what is wrong with the line.</summary>
internal sealed record Message(int Line, string? Text, JsonElement Json, string? Problem, byte[]? Bytes = null)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public string? Type => Value("type")?.ToLowerInvariant();

    /// <summary>The traits of the person or company. Those of a person may also be in the context.</summary>
    public JsonElement? Traits => Type == "group" ? At("traits") : JsonSerializer.SerializeToElement(Members("context", "traits")
        .Concat(Members("traits")).ToLookup(trait => trait.Name, trait => trait.Value).ToDictionary(same => same.Key, same => same.Last()));

    /// <summary>The contract that the payload names: an external id of the type gainsightEventContractId.</summary>
    public string? ContractId => At("context", "externalId") is { ValueKind: JsonValueKind.Array } ids
        ? ids.EnumerateArray().Select(id => this with { Json = id })
            .FirstOrDefault(id => id.Value("type") == "gainsightEventContractId")?.Value("id") : null;

    /// <summary>Reads a line in Latin-1, whose characters are its bytes, so that one that is not UTF-8 is told and not replaced.</summary>
    public static Message Read(int line, string latin)
    {
        (var bytes, var text) = (Encoding.Latin1.GetBytes(latin), "");
        try
        {
            text = Strict.GetString(bytes).TrimStart('\uFEFF');
            var json = JsonElement.Parse(text);
            _ = JsonSerializer.SerializeToUtf8Bytes(json); // Reads every text: half a surrogate pair is none.
            return new(line, text, json, null);
        }
        catch (DecoderFallbackException problem)
        {
            var reason = $"The byte at offset {problem.Index} of the line is not UTF-8. Save the input as UTF-8.";
            return new(line, null, default, reason, bytes);
        }
        catch (JsonException problem)
        {
            return new(line, text, default, $"The line is not JSON: {problem.GetBaseException().Message}");
        }
    }

    public JsonElement? At(params string[] path) => path.Aggregate((JsonElement?)Json, (node, name) =>
        node is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var value) ? value : null);

    private JsonElement.ObjectEnumerator Members(params string[] path) =>
        At(path) is { ValueKind: JsonValueKind.Object } parent ? parent.EnumerateObject() : default;

    /// <summary>The text at a path, or null when it is not there or is empty.</summary>
    public string? Value(params string[] path) => At(path)?.ToString() is { Length: > 0 } text ? text : null;
}
