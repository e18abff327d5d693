using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The calls of the Data Management API, each with what it falls back on.</summary>
internal sealed class MetadataCalls(Transport transport)
{
    private volatile MetadataReader _reader = new();
    private volatile bool _listsByPost;

    /// <summary>Shares nothing further with what was read before.</summary>
    public void Forget() => _reader = new();

    /// <summary>Lists the objects: by GET as documented, or by POST, as live connectors do, where the tenant has no such route.</summary>
    public async Task<ObjectList> ListAsync(CancellationToken cancellationToken)
    {
        if (!_listsByPost)
        {
            try
            {
                return await SendAsync(
                    new ApiRequest { Operation = Operations.MetadataListObjects }, (reader, data) => new ObjectList(reader.ReadList(data.Span)), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (GainsightNotFoundException)
            {
                // Asked for by POST below.
            }
        }

        using var body = JsonBody.Create(0, static (writer, _) =>
        {
            writer.WriteStartObject();
            writer.WriteString("externalUse", "true");
            writer.WriteString("excludeMappings", "false");
            writer.WriteString("sortByLabel", "true");
            writer.WriteEndObject();
        });
        var list = await SendAsync(
            new ApiRequest { Operation = Operations.MetadataListObjectsByPost, Body = body }, (reader, data) => new ObjectList(reader.ReadList(data.Span)), cancellationToken)
            .ConfigureAwait(false);
        _listsByPost = true;
        return list;
    }

    /// <summary>Describes one object.</summary>
    public async Task<ObjectDescription> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        var found = await SendAsync(
            new ApiRequest { Operation = Operations.MetadataDescribe, Object = name }, (reader, data) => reader.ReadDescriptions(data.Span), cancellationToken)
            .ConfigureAwait(false);
        return found is [{ Fields.Count: > 0 } description, ..]
            ? description
            : throw new GainsightProtocolException(
                $"{Operations.MetadataDescribe.Name} of {name}: the answer lists no fields. Name the fields to read with Select.");
    }

    /// <summary>Describes several objects in one call.</summary>
    public async Task<IReadOnlyList<ObjectDescription>> DescribeAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        using var body = JsonBody.Create(names, WriteDescribe);
        return await SendAsync(
            new ApiRequest { Operation = Operations.MetadataDescribeMany, Body = body }, (reader, data) => reader.ReadDescriptions(data.Span), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Reads the items of a picklist.</summary>
    public Task<Dropdown> DropdownAsync(string categoryId, CancellationToken cancellationToken) => SendAsync(
        new ApiRequest { Operation = Operations.MetadataDropdown, Id = categoryId }, (reader, data) => reader.ReadDropdown(data.Span, categoryId), cancellationToken);

    /// <summary>The body of the documented sample, whose flags are strings.</summary>
    private static void WriteDescribe(Utf8JsonWriter writer, IReadOnlyList<string> names)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("objectNames");
        foreach (var name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteString("includeChilds", "false");
        writer.WriteString("childLevels", "0");
        writer.WriteString("populatePickListOptions", "true");
        writer.WriteString("useCollectionId", "false");
        writer.WriteString("removeDeleted", "true");
        writer.WriteString("removeHidden", "false");
        writer.WriteString("host", "MDA");
        writer.WriteString("sortFieldsByLabel", "false");
        writer.WriteString("populateFieldId", "false");
        writer.WriteString("honorUserContext", "true");
        writer.WriteString("honorCustomLookup", "true");
        writer.WriteString("populateAutoSuggestDetails", "false");
        writer.WriteString("externalContext", "false");
        writer.WriteEndObject();
    }

    private async Task<T> SendAsync<T>(ApiRequest request, Func<MetadataReader, ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        using var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var reader = _reader;
            lock (reader)
            {
                return read(reader, response.Data);
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new GainsightProtocolException($"{request.Operation.Name}: a text of the answer holds an escape that stands for no character.", exception);
        }
    }
}
