using System.Text.Json;

namespace Gainsight.Client;

/// <content>Deletes, and the list of deleted activities.</content>
public partial class TimelineClient
{
    private static readonly JsonEncodedText StartDate = JsonEncodedText.Encode("startDate");
    private static readonly JsonEncodedText EndDate = JsonEncodedText.Encode("endDate");
    private static readonly Field<DateTimeOffset>[] DeletionTimes =
        [Field.Custom<DateTimeOffset>("DeletedOn"), Field.Custom<DateTimeOffset>("DeletedDate"), Field.Custom<DateTimeOffset>("DeletedAt")];

    /// <summary>Deletes activities, 50 per call.</summary>
    /// <remarks>That the call takes activity ids is known only through third parties. The form of its body is inferred; <see cref="GainsightClientOptions.ActivityDeleteFormat"/> has alternatives. The maximum number of ids is unknown.</remarks>
    /// <param name="activityIds">The activities' ids in Timeline (<see cref="TimelineActivity.ActivityId"/>), which are not their GSIDs.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <returns>One outcome per id.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row was deleted.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<string>> DeleteAsync(IEnumerable<string> activityIds, CancellationToken cancellationToken = default) =>
        DeleteAsync(activityIds, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="DeleteAsync(IEnumerable{string}, CancellationToken)"/>
    /// <param name="activityIds">The activities' ids in Timeline (<see cref="TimelineActivity.ActivityId"/>), which are not their GSIDs.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    public virtual Task<WriteReport<string>> DeleteAsync(
        IEnumerable<string> activityIds, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, new ActivityDeleteJob(Context.Format.ActivityDelete), activityIds, options, cancellationToken);

    /// <summary>Lists the activities that were deleted in a range of time. Gainsight keeps them for 15 days. Costs one call.</summary>
    /// <remarks>The call is known only through third parties. The names in its body and in its answer are inferred, unconfirmed.</remarks>
    /// <param name="from">The beginning.</param>
    /// <param name="to">The end.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The deleted activities.</returns>
    /// <exception cref="ArgumentException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    /// <exception cref="GainsightException">The list could not be read. The type of the exception says why.</exception>
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
        var request = new ApiRequest { Operation = Operation.TimelineListDeleted, Object = Definition.Name, Body = body, NoRowsIsSuccess = true };
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
