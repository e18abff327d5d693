namespace Gainsight.Client;

/// <summary>Reads and writes customer goals.</summary>
/// <remarks>
/// The call that creates goals is documented, except for its answer. Calls to update and to list goals are mentioned in the documentation; their routes
/// and bodies are inferred, unconfirmed (see <see cref="GainsightClientOptions.RouteOverrides"/>). A goal has no reference id.
/// If a tenant returns the links of goals in a list, they are at <c>goal["association"]</c>.
/// </remarks>
public class CustomerGoalClient : CockpitClient<CustomerGoal>
{
    internal CustomerGoalClient(ClientContext context)
        : base(context, CustomerGoalFields.Definition, Operation.CustomerGoalsList)
    {
    }

    /// <summary>For mocks.</summary>
    protected CustomerGoalClient()
    {
    }

    private protected override CockpitWriteJob<CustomerGoal> CreateJob(bool isInsert, IdentifierKeys? verifyBy) =>
        new CustomerGoalWriteJob(Context, isInsert, verifyBy);
}
