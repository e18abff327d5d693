namespace Gainsight.Client;

/// <summary>Writes the body of an event from its members.</summary>
internal static class EventBody
{
    /// <exception cref="ArgumentException">A name is empty or stands twice, or a value is of a type that is not taken.</exception>
    public static JsonBody Create(IEnumerable<KeyValuePair<string, object?>> members)
    {
        // A record takes the same types, and writes them as they are to go out.
        var record = new ObjectRecord();
        var names = new List<Field>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((var name, var value) in members)
        {
            if (string.IsNullOrWhiteSpace(name) || !seen.Add(name))
            {
                throw new ArgumentException($"The body's member '{name}' has no name, or one that stands there already.", nameof(members));
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
        new("The body of an event is a JSON object: give a type with properties, a dictionary or an object.", parameter);
}
