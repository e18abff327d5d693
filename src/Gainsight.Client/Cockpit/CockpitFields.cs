using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Tokens that the areas of Cockpit share, and how they are made.</summary>
internal static class CockpitFields
{
    /// <summary>The caller's id of a record: it names the record in the answer.</summary>
    public static Field<string> ReferenceId { get; } = new("referenceId", DataType.String);

    /// <summary>What kind of thing a record hangs on.</summary>
    public static Field<string> EntityType { get; } = new("EntityType", DataType.String);

    /// <summary>The type by label, on which other labels depend.</summary>
    public static Field<string> Type { get; } = Label("type", "TypeId");

    public static LookupField CompanyId { get; } = new("CompanyId", "company");

    public static LookupField RelationshipId { get; } = new("RelationshipId", "relationship");

    public static LookupField OpportunityId { get; } = new("OpportunityId", "gs_opportunity");

    /// <summary>The records that a CTA is linked to.</summary>
    public static Field<JsonElement> AssociatedRecords { get; } = new("AssociatedRecords", DataType.Json, isReadOnly: true);

    /// <summary>What a list is cut into days by.</summary>
    public static Field<DateOnly> ModifiedDay { get; } = new("ModifiedDate", DataType.Date);

    /// <summary>A field that is written as a label under one name, and read as a label through the lookup that stands for it.</summary>
    public static Field<string> Label(string writtenAs, string lookup) =>
        new(writtenAs, DataType.Picklist) { ReadAs = new Field<string>($"{lookup}__gr.Name", DataType.Picklist, isReadOnly: true) };
}
