namespace Gainsight.Client;

/// <summary>The data type of a field, as Gainsight's describe call names it (<c>PICKLIST</c>, <c>DATETIME</c>, …). The set is open.</summary>
/// <param name="Name">The name as Gainsight writes it.</param>
public readonly record struct DataType(string Name)
{
    /// <summary>Text.</summary>
    public static DataType String { get; } = new("STRING");

    /// <summary>A GSID: 36 upper-case letters and digits.</summary>
    public static DataType Gsid { get; } = new("GSID");

    /// <summary>A Salesforce id of 15 or 18 letters and digits.</summary>
    public static DataType SfdcId { get; } = new("SFDCID");

    /// <summary>An e-mail address.</summary>
    public static DataType Email { get; } = new("EMAIL");

    /// <summary>A URL.</summary>
    public static DataType Url { get; } = new("URL");

    /// <summary>HTML text.</summary>
    public static DataType RichText { get; } = new("RICHTEXTAREA");

    /// <summary>A number.</summary>
    public static DataType Number { get; } = new("NUMBER");

    /// <summary>A percentage.</summary>
    public static DataType Percentage { get; } = new("PERCENTAGE");

    /// <summary>An amount of money.</summary>
    public static DataType Currency { get; } = new("CURRENCY");

    /// <summary>True or false.</summary>
    public static DataType Boolean { get; } = new("BOOLEAN");

    /// <summary>A day without a time.</summary>
    public static DataType Date { get; } = new("DATE");

    /// <summary>A point in time.</summary>
    public static DataType DateTime { get; } = new("DATETIME");

    /// <summary>The GSID of a row of another object.</summary>
    public static DataType Lookup { get; } = new("LOOKUP");

    /// <summary>One item of a picklist. Written as its label, read as its GSID.</summary>
    public static DataType Picklist { get; } = new("PICKLIST");

    /// <summary>Several items of a picklist.</summary>
    public static DataType MultiSelect { get; } = new("MULTISELECTDROPDOWNLIST");

    /// <summary>Any JSON value.</summary>
    public static DataType Json { get; } = new("JSON");

    /// <summary>The name as Gainsight writes it.</summary>
    /// <returns>For example <c>PICKLIST</c>.</returns>
    public override string ToString() => Name;
}
