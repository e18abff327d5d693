using System.Collections.Concurrent;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Asks the tenant which objects there are, and which fields an object has, the latter once per object and client.</summary>
internal sealed class ObjectDescriber(Transport transport)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Field[]>>> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields of an object.</summary>
    public async Task<IReadOnlyList<Field>> FieldsOfAsync(string objectName, CancellationToken cancellationToken)
    {
        // Nobody's cancellation stops the call: others may wait for it.
        Lazy<Task<Field[]>> described = _fields.GetOrAdd(objectName, name => new(() => DescribeAsync(name)));
        try
        {
            return await described.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch when (described.Value is { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            _fields.TryRemove(new(objectName, described));
            throw;
        }
    }

    /// <summary>Whether the object has been described, and has no such field.</summary>
    public bool IsKnownToLack(string objectName, Field field) =>
        _fields.TryGetValue(objectName, out Lazy<Task<Field[]>>? described)
        && described is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }
        && !Array.Exists(described.Value.Result, known => known.IsNamed(field.Name));

    /// <summary>The number of objects that the credential sees.</summary>
    public async Task<int> CountObjectsAsync(CancellationToken cancellationToken)
    {
        using ApiResponse response = await transport
            .SendAsync(new ApiRequest { Operation = Operations.MetadataListObjects }, cancellationToken).ConfigureAwait(false);
        var reader = new Utf8JsonReader(response.Data.Span);
        if (response.Data.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw new GainsightProtocolException(
                $"{Operations.MetadataListObjects.Name}: the list of objects is not an array. Check that the host is the tenant's own.");
        }

        int count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            count++;
            reader.Skip();
        }

        return count;
    }

    private async Task<Field[]> DescribeAsync(string objectName)
    {
        using ApiResponse response = await transport
            .SendAsync(new ApiRequest { Operation = Operations.MetadataDescribe, Object = objectName }, CancellationToken.None).ConfigureAwait(false);
        Field[] fields = response.Data.IsEmpty ? [] : ReadFields(response.Data.Span);
        return fields.Length > 0
            ? fields
            : throw new GainsightProtocolException($"{Operations.MetadataDescribe.Name} of {objectName}: the answer lists no fields. Name the fields to read with Select.");
    }

    /// <summary>Reads the first <c>fields</c>: the answer is an array of objects, even for one.</summary>
    private static Field[] ReadFields(ReadOnlySpan<byte> data)
    {
        var fields = new List<Field>();
        var reader = new Utf8JsonReader(data);
        while (fields.Count == 0 && reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            bool isFields = reader.ValueTextEquals("fields");
            reader.Read();
            if (!isFields || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                if (ReadField(ref reader) is { } field)
                {
                    fields.Add(field);
                }
            }
        }

        return [.. fields];
    }

    private static Field<string>? ReadField(ref Utf8JsonReader reader)
    {
        string? name = null;
        string? dataType = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isName = reader.ValueTextEquals("fieldName");
            bool isType = reader.ValueTextEquals("dataType");
            reader.Read();
            if (isName && reader.TokenType == JsonTokenType.String)
            {
                name = reader.GetString();
            }
            else if (isType && reader.TokenType == JsonTokenType.String)
            {
                dataType = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return string.IsNullOrWhiteSpace(name) ? null : new Field<string>(name, dataType is null ? default : new DataType(dataType));
    }
}
