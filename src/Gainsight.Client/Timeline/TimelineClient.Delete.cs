using System.Text.Json;

namespace Gainsight.Client;

/// <content>Deletes, and what was deleted.</content>
public partial class TimelineClient
{
    private static readonly JsonEncodedText StartDate = JsonEncodedText.Encode("startDate");
    private static readonly JsonEncodedText EndDate = JsonEncodedText.Encode("endDate");
    private static readonly Field<DateTimeOffset>[] DeletionTimes =
        [Field.Custom<DateTimeOffset>("DeletedOn"), Field.Custom<DateTimeOffset>("DeletedDate"), Field.Custom<DateTimeOffset>("DeletedAt")];

    /// <summary>Deletes activities, 50 a call.</summary>
    /// <remarks>That the call goes by activity ids is told at second hand; the form of its body is inferred (<see cref="GainsightClientOptions.ActivityDeleteFormat"/> has others), and how many it takes is unknown.</remarks>
    /// <param name="activityIds">The activities' ids in Timeline (<see cref="TimelineActivity.ActivityId"/>), which are not their GSIDs.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per id.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is deleted.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<string>> DeleteAsync(IEnumerable<string> activityIds, CancellationToken cancellationToken = default) =>
        DeleteAsync(activityIds, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="DeleteAsync(IEnumerable{string}, CancellationToken)"/>
    /// <param name="activityIds">The activities' ids in Timeline (<see cref="TimelineActivity.ActivityId"/>), which are not their GSIDs.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual Task<WriteReport<string>> DeleteAsync(
        IEnumerable<string> activityIds, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, new ActivityDeleteJob(Context.Format.ActivityDelete), activityIds, options, cancellationToken);

    /// <summary>Lists the activities that were deleted in a range of time. Gainsight keeps them for 15 days. Costs one call.</summary>
    /// <remarks>The call is told of at second hand. The names in its body and in its answer are inferred, and unconfirmed.</remarks>
    /// <param name="from">The beginning.</param>
    /// <param name="to">The end.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The deleted activities.</returns>
    /// <exception cref="ArgumentException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    /// <exception cref="GainsightException">The list could not be read; its type says why.</exception>
    public virtual async Task<IReadOnlyList<DeletedActivity>> ListDeletedAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        if (to < from)
        {
            throw new ArgumentException("The range ends before it begins.", nameof(to));
        }

        using var body = JsonBody.Create((from, to), static (writer, range) =>
        {
            writer.WriteStartObject();
            DateWriter.Write(writer, StartDate, range.from.ToUniversalTime());
            DateWriter.Write(writer, EndDate, range.to.ToUniversalTime());
            writer.WriteEndObject();
        });
        var request = new ApiRequest { Operation = Operations.TimelineListDeleted, Object = Definition.Name, Body = body, NoRowsIsSuccess = true };
        using var response = await Context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.SaysNoRows ? [] : [.. new RecordPageReader<ObjectRecord>().Read(response.Data.Span).Select(ToDeleted)];
    }

    private static DeletedActivity ToDeleted(ObjectRecord row) => new()
    {
        ActivityId = row.Get(TimelineActivityFields.ActivityId),
        Gsid = row.Gsid,
        ExternalId = row.Get(TimelineActivityFields.ExternalId),
        DeletedOn = Array.Find(DeletionTimes, field => row.Get(field) is not null) is { } deletedOn ? row.Get(deletedOn) : null,
    };
}
