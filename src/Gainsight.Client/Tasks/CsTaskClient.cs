namespace Gainsight.Client;

/// <summary>Reads and writes the tasks of CTAs.</summary>
/// <remarks>Routes and keys of the writes follow those of CTAs (inferred, unconfirmed).</remarks>
public class CsTaskClient : CockpitClient<CsTask>
{
    internal CsTaskClient(ClientContext context)
        : base(context, CsTaskFields.Definition, Operation.TasksList)
    {
    }

    /// <summary>For mocks.</summary>
    protected CsTaskClient()
    {
    }

    /// <summary>Starts a query of the tasks of a CTA. The route names the CTA, and the body names the fields.</summary>
    /// <remarks>The route combines two known routes (inferred, unconfirmed). <see cref="GetByCtaAsync"/> and <c>List().Where(CsTaskFields.CtaId.EqualTo(gsid))</c> use the known ones.</remarks>
    /// <param name="ctaGsid">The GSID of the CTA.</param>
    /// <returns>A query of its tasks.</returns>
    /// <exception cref="ArgumentException"><paramref name="ctaGsid"/> is empty.</exception>
    public virtual ListQuery<CsTask> ListByCta(string ctaGsid)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ctaGsid);
        return ListBy(Operation.TasksListByCta, ctaGsid);
    }

    /// <summary>Reads the tasks of a CTA with the fields that Gainsight chooses (documentation of a vendor's connector).</summary>
    /// <remarks>
    /// The call has no pages, and Gainsight may stop at a number of rows of its own. So unless the answer is empty, the tasks are also listed, which
    /// costs two more calls. Tasks that only the list has come with the fields that <see cref="CockpitClient{T}.List"/> reads by default.
    /// </remarks>
    /// <param name="ctaGsid">The GSID of the CTA.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>All tasks of the CTA.</returns>
    /// <exception cref="ArgumentException"><paramref name="ctaGsid"/> is empty.</exception>
    /// <exception cref="GainsightException">The tasks could not be read. The exception type says why.</exception>
    public virtual async Task<IReadOnlyList<CsTask>> GetByCtaAsync(string ctaGsid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ctaGsid);
        var request = new ApiRequest { Operation = Operation.TasksGetByCta, Id = ctaGsid, NoRowsIsSuccess = true };
        List<CsTask> tasks;
        using (var response = await Context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false))
        {
            tasks = response.SaysNoRows ? [] : [.. new RecordPageReader<CsTask>().Read(response.Data.Span)];
        }

        if (tasks.Count > 0)
        {
            var known = tasks.Select(task => task.Gsid).ToHashSet(StringComparer.Ordinal);
            var listed = await List().Where(CsTaskFields.CtaId.EqualTo(ctaGsid)).ToListAsync(cancellationToken).ConfigureAwait(false);
            tasks.AddRange(listed.Where(task => !known.Contains(task.Gsid)));
        }

        return tasks;
    }

    /// <summary>Closes a task by setting a closed status. This is an update and costs one call.</summary>
    /// <param name="gsid">The task's GSID.</param>
    /// <param name="status">The label of a closed status. The tenant decides which statuses are closed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    /// <exception cref="GainsightException">The call could not be sent.</exception>
    public virtual Task<RowOutcome<CsTask>> CloseAsync(string gsid, string status, CancellationToken cancellationToken = default) =>
        CloseAsync(CsTaskFields.Status, gsid, status, cancellationToken);

    private protected override CockpitWriteJob<CsTask> CreateJob(bool isInsert, IdentifierKeys? verifyBy) =>
        new(Context, Definition, isInsert ? Operation.TasksInsert : Operation.TasksUpdate, isInsert, verifyBy);
}
