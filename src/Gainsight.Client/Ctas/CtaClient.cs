namespace Gainsight.Client;

/// <summary>Reads and writes CTAs.</summary>
/// <remarks>
/// Objectives of success plans are CTAs too: they are read, updated and closed here, and created here or together with their plan.
/// </remarks>
public class CtaClient : CockpitClient<Cta>
{
    internal CtaClient(ClientContext context)
        : base(context, CtaArea.Value, new ConfigurationStore(context, Operations.CtasConfiguration))
    {
    }

    /// <summary>For mocks.</summary>
    protected CtaClient()
    {
    }

    /// <summary>Starts a query of deleted CTAs, which Gainsight keeps for 15 days, through the call of its own (deleted data API documentation).</summary>
    /// <remarks>The other documented form is <c>List().DeletedOnly()</c>. Whether <c>ModifiedDate</c> is then the time of deletion is not told.</remarks>
    /// <returns>A query of all deleted CTAs.</returns>
    public virtual ListQuery<Cta> ListDeleted() => ListBy(Operations.CtasListDeleted);

    /// <summary>Closes a CTA by giving it a closed status. It is an update, and costs one call.</summary>
    /// <param name="gsid">The CTA's GSID.</param>
    /// <param name="status">The label of a closed status, such as <c>Closed Success</c>. Which statuses close is the tenant's choice.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    /// <exception cref="GainsightException">The call could not be sent.</exception>
    public virtual Task<RowOutcome<Cta>> CloseAsync(string gsid, string status, CancellationToken cancellationToken = default) =>
        CloseAsync(CtaFields.Status, gsid, status, cancellationToken);

    /// <summary>Reads the labels that the tenant has configured for CTAs: types, reasons, statuses and priorities. Costs one call, every time.</summary>
    /// <remarks>
    /// From then on this client checks the labels of CTAs before it sends them, those that are restricted to a type against the CTA's own, and
    /// takes them in any case, or as a GSID. An update or close that does not tell what the CTA hangs on (<see cref="Cta.EntityType"/>) is refused only
    /// when the labels of <c>COMPANY</c> and of <c>RELATIONSHIP</c> are loaded and neither has its label. Call it again when the configuration has changed.
    /// </remarks>
    /// <param name="entityType"><c>COMPANY</c>, or <c>RELATIONSHIP</c> (inferred, unconfirmed).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="GainsightException">The configuration could not be read; its type says why.</exception>
    public virtual Task<CockpitConfiguration> GetConfigurationAsync(string entityType = ConfigurationStore.DefaultEntityType, CancellationToken cancellationToken = default) =>
        GetConfigurationAsync(entityType, ConfigurationCategories.OfCtas, cancellationToken);

    /// <inheritdoc cref="GetConfigurationAsync(string, CancellationToken)"/>
    /// <param name="entityType"><c>COMPANY</c>, or <c>RELATIONSHIP</c> (inferred, unconfirmed).</param>
    /// <param name="categories">The categories to ask for, of <see cref="ConfigurationCategories"/> or others.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">There is no category.</exception>
    public virtual Task<CockpitConfiguration> GetConfigurationAsync(
        string entityType, IEnumerable<string> categories, CancellationToken cancellationToken = default) =>
        (Configuration ?? throw ClientContext.Missing()).LoadAsync(entityType, categories, cancellationToken);
}
