using System.Text.Json;
using System.Text.Unicode;

namespace Gainsight.Client;

/// <content>The calls of the Data Management API.</content>
internal sealed partial class MetadataCatalogue
{
    /// <summary>Lists the objects by GET, as documented. If the tenant has no such route, lists them by POST, as live connectors do.</summary>
    private async Task<ObjectList> SendListAsync(CancellationToken cancellationToken)
    {
        if (!_listsByPost)
        {
            try
            {
                return await SendAsync(
                    new ApiRequest { Operation = Operation.MetadataListObjects }, (reader, data) => new ObjectList(reader.ReadList(data.Span)), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (GainsightNotFoundException failure) when (failure.IsJson)
            {
                // The POST call follows.
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
            new ApiRequest { Operation = Operation.MetadataListObjectsByPost, Body = body }, (reader, data) => new ObjectList(reader.ReadList(data.Span)), cancellationToken)
            .ConfigureAwait(false);
        _listsByPost = true;
        return list;
    }

    private async Task<ObjectDescription> SendDescribeAsync(string name)
    {
        var found = await SendAsync(
            new ApiRequest { Operation = Operation.MetadataDescribe, Object = name }, (reader, data) => reader.ReadDescriptions(data.Span), _transport.Lifetime)
            .ConfigureAwait(false);

        // An answer can hold other objects too, such as those that the object refers to.
        var described = found.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase)) ?? (found.Count == 1 ? found[0] : null);
        return described is { Fields.Count: > 0 }
            ? described
            : throw new GainsightProtocolException(
                $"{Operation.MetadataDescribe.Name} of {name}: the answer lists no fields. Name the fields to read with Select.");
    }

    private async Task<IReadOnlyList<ObjectDescription>> SendDescribeAsync(string[] names)
    {
        using var body = JsonBody.Create(names, WriteDescribe);
        return await SendAsync(
            new ApiRequest { Operation = Operation.MetadataDescribeMany, Body = body }, (reader, data) => reader.ReadDescriptions(data.Span), _transport.Lifetime)
            .ConfigureAwait(false);
    }

    private Task<Dropdown> SendDropdownAsync(string categoryId) => SendAsync(
        new ApiRequest { Operation = Operation.MetadataDropdown, Id = categoryId }, (reader, data) => reader.ReadDropdown(data.Span, categoryId), _transport.Lifetime);

    /// <summary>The body of the documented sample. Its flags are strings.</summary>
    private static void WriteDescribe(Utf8JsonWriter writer, string[] names)
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
        using var response = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!Utf8.IsValid(response.Data.Span))
        {
            throw new GainsightProtocolException(
                $"{request.Operation.Name}: the answer is not UTF-8, so its names and labels are not known. A proxy may have changed its encoding.");
        }

        try
        {
            var reader = _contents.Reader;
            lock (reader)
            {
                return read(reader, response.Data);
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new GainsightProtocolException($"{request.Operation.Name}: a text of the answer has an invalid escape.", exception);
        }
    }
}
