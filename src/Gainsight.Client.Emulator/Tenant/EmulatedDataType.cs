namespace Gainsight.Client.Emulator;

/// <summary>The data types of a field, as the describe call names them (official samples and live connectors).</summary>
public enum EmulatedDataType
{
    /// <summary><c>STRING</c>: text of at most <see cref="EmulatedField.Length"/> characters.</summary>
    String,

    /// <summary><c>GSID</c>: 36 upper-case letters and digits.</summary>
    Gsid,

    /// <summary><c>SFDCID</c>: a Salesforce id of 15 or 18 letters and digits.</summary>
    SfdcId,

    /// <summary><c>EMAIL</c>: one email address.</summary>
    Email,

    /// <summary><c>URL</c>: an absolute address.</summary>
    Url,

    /// <summary><c>RICHTEXTAREA</c>: HTML.</summary>
    RichText,

    /// <summary><c>NUMBER</c>: a JSON number.</summary>
    Number,

    /// <summary><c>PERCENTAGE</c>: a JSON number.</summary>
    Percentage,

    /// <summary><c>CURRENCY</c>: a JSON number.</summary>
    Currency,

    /// <summary><c>BOOLEAN</c>: <c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary><c>DATE</c>: a day without a time.</summary>
    Date,

    /// <summary><c>DATETIME</c>: a date and time, stored in UTC to the millisecond.</summary>
    DateTime,

    /// <summary><c>LOOKUP</c>: the GSID of a row of the same or of another object.</summary>
    Lookup,

    /// <summary><c>PICKLIST</c>: one item. Rows hold its GSID.</summary>
    Picklist,

    /// <summary><c>MULTISELECTDROPDOWNLIST</c>: several items. Rows hold their GSIDs, joined by <c>;</c> (third-party test model).</summary>
    MultiSelect,

    /// <summary><c>JSON</c>: any JSON, stored as text.</summary>
    Json,

    /// <summary><c>JSONSTRING</c>: text.</summary>
    JsonString,

    /// <summary><c>JSONNUMBER</c>: a JSON number.</summary>
    JsonNumber,

    /// <summary><c>JSONBOOLEAN</c>: <c>true</c> or <c>false</c>.</summary>
    JsonBoolean,
}
