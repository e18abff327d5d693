namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
    /// <summary><c>POST /v3/exports/data/bulk/{Object}</c>.</summary>
    public const string ExportSubmit = "export.submit";

    /// <summary>The status address in the response to <see cref="ExportSubmit"/>.</summary>
    public const string ExportStatus = "export.status";

    /// <summary>An address of <c>chunkDetails</c> in the status of an export.</summary>
    public const string ExportChunk = "export.chunk";

    /// <summary><c>POST /v1.0/admin/connector/job/bulkimport</c>.</summary>
    public const string ImportSubmit = "import.submit";

    /// <summary><c>GET /v1.0/admin/connector/job/bulkimport/status/{statusId}</c>.</summary>
    public const string ImportStatus = "import.status";
}
