namespace Gainsight.Client;

/// <summary>Reads and writes success plans. Their objectives are CTAs.</summary>
public class SuccessPlanClient : CockpitClient<SuccessPlan>
{
    private static readonly KeyValuePair<Field<string>, string>[] Labels =
    [
        new(SuccessPlanFields.SuccessPlanType, ConfigurationCategories.PlanTypes),
        new(SuccessPlanFields.Status, ConfigurationCategories.PlanStatuses),
    ];

    internal SuccessPlanClient(ClientContext context)
        : base(context, SuccessPlanFields.Definition, Operation.SuccessPlansList)
    {
    }

    /// <summary>For mocks.</summary>
    protected SuccessPlanClient()
    {
    }

    /// <summary>Starts a query of deleted plans, which Gainsight keeps for 15 days, with the call for deleted records (copies of the Success Plan API documentation).</summary>
    /// <remarks>The other documented form is <c>List().DeletedOnly()</c>.</remarks>
    /// <returns>A query of all deleted plans.</returns>
    public virtual ListQuery<SuccessPlan> ListDeleted() => ListBy(Operation.SuccessPlansListDeleted);

    /// <summary>Closes a plan by setting a closed status. Gainsight also closes its open objectives (seen live). This is an update and costs one call.</summary>
    /// <param name="gsid">The plan's GSID.</param>
    /// <param name="status">The label of a closed status. The tenant decides which statuses are closed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    /// <exception cref="GainsightException">The call could not be sent.</exception>
    public virtual Task<RowOutcome<SuccessPlan>> CloseAsync(string gsid, string status, CancellationToken cancellationToken = default) =>
        CloseAsync(SuccessPlanFields.Status, gsid, status, cancellationToken);

    /// <summary>Reads the labels that the tenant has configured for success plans: types, statuses and categories of objectives. Each read costs one call.</summary>
    /// <remarks>
    /// After this call, the client checks the labels of plans and the categories of their objectives before it sends them. A label can be in any case,
    /// or a GSID. An update or close without <see cref="SuccessPlan.EntityType"/> is refused only when the labels of <c>COMPANY</c> and of
    /// <c>RELATIONSHIP</c> are loaded and neither has its label. Only the category of types is documented. If a tenant refuses the other two, pass
    /// the categories by name.
    /// </remarks>
    /// <param name="entityType"><c>COMPANY</c>, or <c>RELATIONSHIP</c> (inferred, unconfirmed).</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="GainsightException">The configuration could not be read. The exception type says why.</exception>
    public virtual Task<CockpitConfiguration> GetConfigurationAsync(string entityType = ConfigurationStore.DefaultEntityType, CancellationToken cancellationToken = default) =>
        GetConfigurationAsync(entityType, ConfigurationCategories.OfPlans, cancellationToken);

    /// <inheritdoc cref="GetConfigurationAsync(string, CancellationToken)"/>
    /// <param name="entityType"><c>COMPANY</c>, or <c>RELATIONSHIP</c> (inferred, unconfirmed).</param>
    /// <param name="categories">The categories to read, from <see cref="ConfigurationCategories"/> or others.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The list of categories is empty.</exception>
    public virtual Task<CockpitConfiguration> GetConfigurationAsync(
        string entityType, IEnumerable<string> categories, CancellationToken cancellationToken = default) =>
        Configuration.LoadAsync(Operation.SuccessPlansConfiguration, entityType, categories, cancellationToken);

    private protected override CockpitWriteJob<SuccessPlan> CreateJob(bool isInsert, IdentifierKeys? verifyBy) =>
        new SuccessPlanWriteJob(Context, isInsert, verifyBy) { Labels = Labels, Configuration = Configuration };
}
