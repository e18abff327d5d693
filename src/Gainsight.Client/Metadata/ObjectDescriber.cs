using System.Collections.Concurrent;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Asks the tenant which fields an object has, once per object and client.</summary>
internal sealed class ObjectDescriber(Transport transport)
{
    private readonly ConcurrentDictionary<string, Field[]> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Fills in every field of the object; an object without the paging key is paged by offset.</summary>
    public async Task<QueryPlan> SelectAllAsync(QueryPlan plan, CancellationToken cancellationToken)
    {
        if (!_fields.TryGetValue(plan.Definition.Name, out Field[]? fields))
        {
            fields = await DescribeAsync(plan.Definition.Name, cancellationToken).ConfigureAwait(false);
            _fields[plan.Definition.Name] = fields;
        }

        Field<string>? key = plan.Definition.PagingKey;
        bool hasKey = key is not null && Array.Exists(fields, field => field.Name.Equals(key.Name, StringComparison.OrdinalIgnoreCase));
        return plan with
        {
            Select = fields,
            Definition = hasKey || key is null ? plan.Definition : new ObjectDefinition(plan.Definition.Name, plan.Definition.Fields) { PagingKey = null },
        };
    }

    /// <summary>The number of objects that the credential sees.</summary>
    public async Task<int> CountObjectsAsync(CancellationToken cancellationToken)
    {
        using ApiResponse response = await transport
            .SendAsync(new ApiRequest { Operation = Operations.MetadataListObjects }, cancellationToken).ConfigureAwait(false);
        var reader = new Utf8JsonReader(response.Data.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw new GainsightProtocolException("The list of objects is not an array. Check that the address is that of a Gainsight tenant.");
        }

        int count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            count++;
            reader.Skip();
        }

        return count;
    }

    private async Task<Field[]> DescribeAsync(string objectName, CancellationToken cancellationToken)
    {
        using ApiResponse response = await transport
            .SendAsync(new ApiRequest { Operation = Operations.MetadataDescribe, Object = objectName }, cancellationToken).ConfigureAwait(false);
        Field[] fields = ReadFields(response.Data.Span);
        return fields.Length > 0
            ? fields
            : throw new GainsightProtocolException($"The description of {objectName} lists no fields. Name the fields to read with Select.");
    }

    private static Field[] ReadFields(ReadOnlySpan<byte> data)
    {
        var fields = new List<Field>();
        var reader = new Utf8JsonReader(data);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.CurrentDepth == 2 && reader.ValueTextEquals("fields"))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    if (ReadField(ref reader) is { } field)
                    {
                        fields.Add(field);
                    }
                }
            }
            else
            {
                reader.Read();
                if (reader.CurrentDepth >= 2)
                {
                    reader.Skip();
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
            if (isName)
            {
                name = reader.GetString();
            }
            else if (isType)
            {
                dataType = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return name is null ? null : new Field<string>(name, dataType is null ? default : new DataType(dataType));
    }
}
