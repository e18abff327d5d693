namespace Gainsight.Client.Emulator;

/// <summary>
/// Creates and updates opportunities. Renewal Center documents both calls, but not their path or body. The emulator takes the bodies of the
/// record API, at the path that a switch sets.
/// </summary>
internal static class OpportunityEndpoints
{
    private static readonly Route[] Routes =
    [
        new(EmulatorOperations.OpportunityCreate, "POST", "", context => RecordEndpoints.Insert(context, Target(context), context.Limits.OpportunitiesPerWrite)),
        new(EmulatorOperations.OpportunityUpdate, "PUT", "", context => RecordEndpoints.Update(context, Target(context), context.Limits.OpportunitiesPerWrite)),
    ];

    public static Route? Find(string method, string path, string? servedPath) =>
        servedPath is not null && path.Trim('/') == servedPath.Trim('/') ? Array.Find(Routes, route => route.Method == method) : null;

    private static EmulatedObject Target(RequestContext context) => context.Tenant.Find(ObjectNames.Opportunity)!;
}
