namespace Gainsight.Client;

/// <summary>Bulk export and bulk import: many rows with few calls.</summary>
/// <remarks>
/// Both use asynchronous calls, which Gainsight processes in the background. A tenant has 10 per hour and 100 per day (official).
/// </remarks>
public partial class BulkClient
{
    /// <summary>The rows of a chunk of an export (copies of the Bulk REST API documentation).</summary>
    private const int ExportChunkRows = 20_000;

    private readonly ClientContext? _context;

    internal BulkClient(ClientContext context) => _context = context;

    /// <summary>For mocks: override the members that the code under test calls.</summary>
    protected BulkClient()
    {
    }

    private ClientContext Context => _context ?? throw ClientContext.Missing();
}
