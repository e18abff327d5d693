using System.Text.Json;

namespace Gainsight.Client;

/// <content>Picklists, as the describe call lists them with a field and as the dropdown call returns them.</content>
internal sealed partial class MetadataReader
{
    /// <summary>The list of a dropdown call. The answer has its details in one member and its items in another.</summary>
    public Dropdown ReadDropdown(ReadOnlySpan<byte> data, string categoryId)
    {
        string? name = null, variant = null;
        IReadOnlyList<PicklistItem>? items = null;
        var reader = AnswerJson.Reader(data);
        if (!data.IsEmpty && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (NextMember(ref reader))
            {
                if (Is(reader.ValueSpan, "childItems"u8))
                {
                    (items, _) = ReadItems(ref reader);
                }
                else if (Is(reader.ValueSpan, "categoryDetails"u8) && Opens(ref reader))
                {
                    ReadDetails(ref reader);
                }
                else
                {
                    Ignore(ref reader);
                }
            }
        }

        return new Dropdown
        {
            CategoryId = categoryId,
            Name = name ?? string.Empty,
            Variant = variant,
            Items = items ?? throw new GainsightProtocolException($"{Operation.MetadataDropdown.Name}: the answer lists no items."),
        };

        void ReadDetails(ref Utf8JsonReader reader)
        {
            while (NextMember(ref reader))
            {
                switch (reader.ValueSpan)
                {
                    case var member when Is(member, "name"u8): name = Text(ref reader); break;
                    case var member when Is(member, "variant"u8): variant = Text(ref reader); break;
                    default: Ignore(ref reader); break;
                }
            }
        }
    }

    /// <summary>The items, and the id of their list if an item names it.</summary>
    private (IReadOnlyList<PicklistItem> Items, string? GroupId) ReadItems(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return ([], null);
        }

        var items = new List<PicklistItem>();
        string? group = null;
        while (NextObject(ref reader))
        {
            string? label = null, gsid = null;
            bool? active = null, isDefault = null, deleted = null;
            int? order = null;
            while (NextMember(ref reader))
            {
                switch (reader.ValueSpan)
                {
                    case var member when Is(member, "label"u8) || Is(member, "name"u8): label = Text(ref reader); break;
                    case var member when Is(member, "value"u8) || Is(member, "gsid"u8): gsid = Id(ref reader); break;
                    case var member when Is(member, "active"u8): active = Flag(ref reader); break;
                    case var member when Is(member, "deleted"u8): deleted = Flag(ref reader); break;
                    case var member when Is(member, "defaultValue"u8) || Is(member, "default"u8): isDefault = Flag(ref reader); break;
                    case var member when Is(member, "displayOrder"u8): order = Number(ref reader); break;
                    case var member when Is(member, "groupId"u8) || Is(member, "categoryId"u8): group = Text(ref reader); break;
                    default: Ignore(ref reader); break;
                }
            }

            if (label is not null && gsid is not null)
            {
                items.Add(new PicklistItem
                {
                    Label = label,
                    Gsid = gsid,
                    IsActive = active != false && deleted != true,
                    IsDefault = isDefault ?? false,
                    DisplayOrder = order ?? 0,
                });
            }
        }

        return ([.. items], group);
    }

    /// <summary>An item's id. Ids are unique, so they are not put into the pool.</summary>
    private static string? Id(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return AnswerJson.Text(ref reader);
        }

        reader.Skip();
        return null;
    }

    /// <summary>Returns one list for all fields with the same items.</summary>
    private IReadOnlyList<PicklistItem> Share(string? categoryId, IReadOnlyList<PicklistItem> items)
    {
        if (categoryId is null || items.Count == 0)
        {
            return items;
        }

        if (_picklists.TryGetValue(categoryId, out var known) && known.Count == items.Count
            && known.Zip(items).All(pair => AreEqual(pair.First, pair.Second)))
        {
            return known;
        }

        _picklists[categoryId] = items;
        return items;
    }

    private static bool AreEqual(PicklistItem one, PicklistItem other) =>
        one.Gsid == other.Gsid && one.Label == other.Label && one.IsActive == other.IsActive && one.IsDefault == other.IsDefault
        && one.DisplayOrder == other.DisplayOrder;
}
