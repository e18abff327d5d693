namespace Gainsight.Client;

/// <summary>Bulk export and bulk import: many rows for few calls.</summary>
/// <remarks>
/// Both are asynchronous calls, of which a tenant has 10 an hour and 100 a day (official), and Gainsight works on them in the background.
/// </remarks>
public partial class BulkClient
{
    /// <summary>The rows of a part of an export (Bulk REST API documentation, at second hand).</summary>
    private const int ExportChunkRows = 20_000;

    private readonly ClientContext? _context;

    internal BulkClient(ClientContext context) => _context = context;

    /// <summary>For mocks: override what the code under test calls.</summary>
    protected BulkClient()
    {
    }

    private ClientContext Context => _context ?? throw ClientContext.Missing();
}
