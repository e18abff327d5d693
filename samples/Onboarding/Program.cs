using Gainsight.Client;
using Gainsight.Client.Emulator;
using Onboarding;

// An emulated tenant. For your own: Tenant = "acme", Credential = new AccessKeyCredential(key).
using var emulator = new GainsightEmulator();
using var gainsight = new GainsightClient(new GainsightClientOptions
{
    BaseAddress = emulator.BaseAddress,
    Credential = new AccessKeyCredential(emulator.AccessKey),
    PrimaryHandler = emulator.CreateHandler(),
});

var customer = new NewCustomer("Larch Mills", 80_000m, "ada@larchmills.example", "Ada Larch", "rhea@northwind.example", new DateOnly(2031, 6, 30));
var companyGsid = await new CustomerOnboarding(gainsight, TimeProvider.System).StartAsync(customer, CancellationToken.None);

Console.WriteLine($"Company {customer.Name}: {companyGsid}");
await foreach (var cta in gainsight.Ctas.Query().Where(CtaFields.CompanyId.EqualTo(companyGsid)).ReadAsync())
{
    Console.WriteLine($"CTA {cta.Name}, due {cta.DueDate:yyyy-MM-dd}");
}

Console.WriteLine($"{await gainsight.Tasks.Query().CountAsync()} tasks, {await gainsight.SuccessPlans.Query().CountAsync()} plan, {await gainsight.Timeline.Query().CountAsync()} note");
