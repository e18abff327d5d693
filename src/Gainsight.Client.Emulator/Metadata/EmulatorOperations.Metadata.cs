namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
    /// <summary>The list of objects, on both of its paths.</summary>
    public const string ObjectList = "metadata.list";

    /// <summary>The description of objects, on each of its paths.</summary>
    public const string Describe = "metadata.describe";

    /// <summary><c>GET /v1/meta/services/dropdowns/{categoryId}</c>.</summary>
    public const string Dropdown = "metadata.dropdown";
}
