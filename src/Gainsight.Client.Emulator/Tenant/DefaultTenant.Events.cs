namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    private static void AddEvents(TenantData tenant)
    {
        var publisher = new EventPublisher(tenant, "emulator-shared-secret", "Support Tickets");
        tenant.Events.Publishers.Add(publisher.AddEvent("Ticket Opened", "1.0.0").AddEvent("Ticket Closed", "1.0.0").AddContract("emulator-contract"));
    }
}
