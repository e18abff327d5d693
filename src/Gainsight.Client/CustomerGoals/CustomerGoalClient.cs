namespace Gainsight.Client;

/// <summary>Reads and writes customer goals.</summary>
/// <remarks>
/// Creating is documented but for its answer; that there are calls to update and to list is told, their routes and bodies are inferred,
/// unconfirmed (see <see cref="GainsightClientOptions.RouteOverrides"/>). A goal has no reference id.
/// Where a tenant answers a list with the links of goals, they are at <c>goal["association"]</c>.
/// </remarks>
public class CustomerGoalClient : CockpitClient<CustomerGoal>
{
    internal CustomerGoalClient(ClientContext context)
        : base(context, CustomerGoalArea.Value, configuration: null)
    {
    }

    /// <summary>For mocks.</summary>
    protected CustomerGoalClient()
    {
    }

    private protected override CockpitWriteJob<CustomerGoal> CreateJob(bool isInsert, IdentifierKeys? verifyBy) =>
        new CustomerGoalWriteJob(Context, isInsert, verifyBy);
}
