namespace Gainsight.Client;

/// <summary>Writes the body of an event from its members.</summary>
internal static class EventBody
{
    /// <exception cref="ArgumentException">A name is empty or a duplicate, or a value has an unsupported type.</exception>
    public static JsonBody Create(IEnumerable<KeyValuePair<string, object?>> members)
    {
        // A record supports the same types and writes them in the form that is sent.
        var record = new ObjectRecord();
        var names = new List<Field>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((var name, var value) in members)
        {
            if (string.IsNullOrWhiteSpace(name) || !seen.Add(name))
            {
                throw new ArgumentException($"The body's member '{name}' has an empty or duplicate name.", nameof(members));
            }

            record[name] = value;
            names.Add(FieldTokens.Of(name));
        }

        return JsonBody.Create((record, names), static (writer, state) =>
        {
            writer.WriteStartObject();
            foreach (var name in state.names)
            {
                state.record.WriteField(writer, name, FieldShape.AsIs, WireFormat.Default);
            }

            writer.WriteEndObject();
        });
    }

    public static ArgumentException NoObject(string parameter) =>
        new("The body of an event must be a JSON object: a type with properties, a dictionary or an object.", parameter);
}
