namespace Gainsight.Client.Emulator;

/// <summary>The error codes of bulk export (quoted) and bulk import (third party).</summary>
internal static class BulkErrorCodes
{
    public const string NothingSelected = "GSOBJ_ESS_9104";
    public const string MalformedQuery = "GSOBJ_ESS_9150";
    public const string NothingToImport = "GS_7571";
}
