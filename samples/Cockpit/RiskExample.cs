using Gainsight.Client;

namespace CockpitSample;

/// <summary>A risk event that becomes a CTA with a task.</summary>
internal static class RiskExample
{
    public static async Task<RowOutcome<Cta>> ReportAsync(GainsightClient gainsight, string companyGsid, string ownerGsid, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);

        var risk = new Cta { Name = "Invoice 4410 unpaid", CompanyId = companyGsid, OwnerId = ownerGsid, Type = "Risk", Reason = "Billing", DueDate = today.AddDays(7) };
        var cta = await gainsight.Ctas.InsertAsync(risk, cancellationToken);
        await gainsight.Tasks.InsertAsync(new CsTask { CtaId = cta.Gsid, Name = "Call the customer", DueDate = today.AddDays(1) }, cancellationToken);
        return cta;
    }
}
