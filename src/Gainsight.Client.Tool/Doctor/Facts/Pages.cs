namespace Gainsight.Client.Tool.Doctor;

/// <summary>Gainsight's own pages, as <c>docs/wire.md</c> names them.</summary>
internal static class Pages
{
    public const string Companies = Root + "company-api-documentation";
    public const string Relationships = Root + "relationship-apis";
    public const string Objects = Root + "gainsight-custom-object-api-documentation";
    public const string Metadata = Root + "data-management-apis-1";
    public const string People = Root + "people-api-documentation";
    public const string Ctas = Root + "call-to-action-cta-api-documentation";
    public const string Tasks = Root + "task-and-playbook-api-documentation-1";
    public const string Deleted = Root + "retrieve-deleted-data-api";
    public const string Plans = Root + "success-plan-apis-1";
    public const string Goals = Root + "customer-goals-apis";
    public const string Timeline = Root + "timeline-apis";
    public const string Users = Root + "user-management-apis-1";
    public const string Events = Root + "events-api-1";
    public const string Exports = Root + "gainsight-bulk-rest-apis";
    public const string Imports = Root + "gainsight-bulk-api-1";
    public const string ImportStatus = Root + "bulk-status-api";
    public const string Opportunities = Root + "renewal-center-api-1";
    public const string Keys = Root + "generate-rest-api-key-1";
    public const string Limits = "https://support.gainsight.com/gainsight_nxt/API_and_Developer_Docs/About/API_Documentation_Overview";

    private const string Root = "https://support.gainsight.com/docs/";
}
