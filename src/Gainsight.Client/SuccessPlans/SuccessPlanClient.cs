namespace Gainsight.Client;

/// <summary>Reads and writes success plans. Their objectives are CTAs.</summary>
public class SuccessPlanClient : CockpitClient<SuccessPlan>
{
    internal SuccessPlanClient(ClientContext context)
        : base(context, SuccessPlanArea.Value, new ConfigurationStore(context, Operations.SuccessPlansConfiguration))
    {
    }

    /// <summary>For mocks.</summary>
    protected SuccessPlanClient()
    {
    }

    /// <summary>Starts a query of deleted plans, which Gainsight keeps for 15 days, through the call of its own (Success Plan API documentation, at second hand).</summary>
    /// <remarks>The other documented form is <c>List().DeletedOnly()</c>.</remarks>
    /// <returns>A query of all deleted plans.</returns>
    public virtual ListQuery<SuccessPlan> ListDeleted() => ListBy(Operations.SuccessPlansListDeleted);

    /// <summary>Closes a plan by giving it a closed status; Gainsight closes its open objectives as well (seen live). It is an update, and costs one call.</summary>
    /// <param name="gsid">The plan's GSID.</param>
    /// <param name="status">The label of a closed status. Which statuses close is the tenant's choice.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    /// <exception cref="GainsightException">The call could not be sent.</exception>
    public virtual Task<RowOutcome<SuccessPlan>> CloseAsync(string gsid, string status, CancellationToken cancellationToken = default) =>
        CloseAsync(SuccessPlanFields.Status, gsid, status, cancellationToken);

    /// <summary>Reads the labels that the tenant has configured for success plans: types, statuses and categories of objectives. Costs one call, every time.</summary>
    /// <remarks>
    /// From then on this client checks the labels of plans, and the categories of their objectives, before it sends them, and takes them in
    /// any case, or as a GSID. An update or close that does not tell what the plan hangs on (<see cref="SuccessPlan.EntityType"/>) is refused only when
    /// the labels of <c>COMPANY</c> and of <c>RELATIONSHIP</c> are loaded and neither has its label. Only the category of types is told of; a tenant that
    /// refuses the other two can be asked by name.
    /// </remarks>
    /// <param name="entityType"><c>COMPANY</c>, or <c>RELATIONSHIP</c> (inferred, unconfirmed).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="GainsightException">The configuration could not be read; its type says why.</exception>
    public virtual Task<CockpitConfiguration> GetConfigurationAsync(string entityType = ConfigurationStore.DefaultEntityType, CancellationToken cancellationToken = default) =>
        GetConfigurationAsync(entityType, ConfigurationCategories.OfPlans, cancellationToken);

    /// <inheritdoc cref="GetConfigurationAsync(string, CancellationToken)"/>
    /// <param name="entityType"><c>COMPANY</c>, or <c>RELATIONSHIP</c> (inferred, unconfirmed).</param>
    /// <param name="categories">The categories to ask for, of <see cref="ConfigurationCategories"/> or others.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">There is no category.</exception>
    public virtual Task<CockpitConfiguration> GetConfigurationAsync(
        string entityType, IEnumerable<string> categories, CancellationToken cancellationToken = default) =>
        (Configuration ?? throw ClientContext.Missing()).LoadAsync(entityType, categories, cancellationToken);

    private protected override CockpitWriteJob<SuccessPlan> CreateJob(bool isInsert, IdentifierKeys? verifyBy) =>
        new SuccessPlanWriteJob(Context, isInsert, Configuration, verifyBy);
}
