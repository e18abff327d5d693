namespace Gainsight.Client;

/// <summary>Reads and writes CTAs.</summary>
/// <remarks>
/// Objectives of success plans are CTAs as well. They are read, updated and closed here, and created here or together with their plan.
/// </remarks>
public class CtaClient : CockpitClient<Cta>
{
    private static readonly KeyValuePair<Field<string>, string>[] Labels =
    [
        new(CtaFields.Type, ConfigurationCategories.CtaTypes),
        new(CtaFields.Reason, ConfigurationCategories.CtaReasons),
        new(CtaFields.Status, ConfigurationCategories.CtaStatuses),
        new(CtaFields.Priority, ConfigurationCategories.CtaPriorities),
    ];

    internal CtaClient(ClientContext context)
        : base(context, CtaFields.Definition, Operation.CtasList)
    {
    }

    /// <summary>For mocks.</summary>
    protected CtaClient()
    {
    }

    /// <summary>Starts a query of deleted CTAs, which Gainsight keeps for 15 days, with the call for deleted records (deleted data API documentation).</summary>
    /// <remarks>The other documented form is <c>List().DeletedOnly()</c>. Whether <c>ModifiedDate</c> is the time of deletion is undocumented.</remarks>
    /// <returns>A query of all deleted CTAs.</returns>
    public virtual ListQuery<Cta> ListDeleted() => ListBy(Operation.CtasListDeleted);

    /// <summary>Closes a CTA by setting a closed status. This is an update and costs one call.</summary>
    /// <param name="gsid">The CTA's GSID.</param>
    /// <param name="status">The label of a closed status, such as <c>Closed Success</c>. The tenant decides which statuses are closed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    /// <exception cref="GainsightException">The call could not be sent.</exception>
    public virtual Task<RowOutcome<Cta>> CloseAsync(string gsid, string status, CancellationToken cancellationToken = default) =>
        CloseAsync(CtaFields.Status, gsid, status, cancellationToken);

    /// <summary>Reads the labels that the tenant has configured for CTAs: types, reasons, statuses and priorities. Each read costs one call.</summary>
    /// <remarks>
    /// After this call, the client checks the labels of CTAs before it sends them. Labels that are restricted to a type are checked against the CTA's type.
    /// A label can be in any case, or a GSID. An update or close without <see cref="Cta.EntityType"/> is refused only when the labels of <c>COMPANY</c>
    /// and of <c>RELATIONSHIP</c> are loaded and neither has its label. Call this method again when the configuration has changed.
    /// </remarks>
    /// <param name="entityType"><c>COMPANY</c>, or <c>RELATIONSHIP</c> (inferred, unconfirmed).</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="GainsightException">The configuration could not be read. The exception type says why.</exception>
    public virtual Task<CockpitConfiguration> GetConfigurationAsync(string entityType = ConfigurationStore.DefaultEntityType, CancellationToken cancellationToken = default) =>
        GetConfigurationAsync(entityType, ConfigurationCategories.OfCtas, cancellationToken);

    /// <inheritdoc cref="GetConfigurationAsync(string, CancellationToken)"/>
    /// <param name="entityType"><c>COMPANY</c>, or <c>RELATIONSHIP</c> (inferred, unconfirmed).</param>
    /// <param name="categories">The categories to read, from <see cref="ConfigurationCategories"/> or others.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The list of categories is empty.</exception>
    public virtual Task<CockpitConfiguration> GetConfigurationAsync(
        string entityType, IEnumerable<string> categories, CancellationToken cancellationToken = default) =>
        Configuration.LoadAsync(Operation.CtasConfiguration, entityType, categories, cancellationToken);

    private protected override CockpitWriteJob<Cta> CreateJob(bool isInsert, IdentifierKeys? verifyBy) =>
        new(Context, Definition, isInsert ? Operation.CtasInsert : Operation.CtasUpdate, isInsert, verifyBy) { Labels = Labels, Configuration = Configuration };
}
