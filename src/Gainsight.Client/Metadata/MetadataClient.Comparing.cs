namespace Gainsight.Client;

/// <content>What changed in the tenant.</content>
public partial class MetadataClient
{
    /// <summary>Compares a description that was saved before with the tenant: fields that are gone or new, another type or length, fields that became required, optional, read-only or writable, and picklist items that are gone.</summary>
    /// <remarks>
    /// <para>
    /// The object is described again, at most once a minute, which costs one call, and one for each picklist whose items the answer leaves out. Save the description with
    /// <see cref="ObjectDescription.ToJson"/>, and read it with <see cref="ObjectDescription.Parse"/>. To accept the changes, save a new one.
    /// </para>
    /// <para>Gainsight does not tell that a field was renamed. The report lists such a field as gone, with the name that it may have now, and the other as new.</para>
    /// </remarks>
    /// <param name="saved">The description.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The differences. An object that is gone is one.</returns>
    /// <exception cref="GainsightException">The object could not be described. The type of the exception says why.</exception>
    public virtual async Task<DriftReport> CompareAsync(ObjectDescription saved, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var now = ClientContext.NextMoment();
        try
        {
            var current = await Catalogue.DescribeAsync(saved.Name, cancellationToken, now).ConfigureAwait(false);
            await Catalogue.FillAsync(current.Fields, cancellationToken, now).ConfigureAwait(false);
            return new(saved.Name, DescriptionComparer.Compare(saved, current, cancellationToken));
        }
        catch (GainsightNotFoundException failure) when (failure.IsFromGainsight)
        {
            return await GoneAsync(saved.Name, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<DriftReport> GoneAsync(string name, CancellationToken cancellationToken)
    {
        var nearest = await Catalogue.NearestObjectsAsync(name, cancellationToken).ConfigureAwait(false);
        return new(name, [new(DriftKind.ObjectGone, name) { PossiblyRenamedTo = nearest.Count > 0 ? nearest[0] : null }]);
    }
}
