namespace Gainsight.Client.Tool;

/// <summary>Describes objects that a user names.</summary>
internal static class TenantObjects
{
    /// <summary>Describes objects. For a name that the tenant does not have, the message suggests one that it has.</summary>
    /// <exception cref="ToolException">The tenant does not have an object.</exception>
    public static async Task<IReadOnlyList<ObjectDescription>> DescribeOrSuggestAsync(this MetadataClient metadata, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        try
        {
            return await metadata.DescribeAsync(names, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightNotFoundException)
        {
            // The library suggests names once it has the list.
            _ = await metadata.ListObjectsAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await metadata.DescribeAsync(names, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightNotFoundException exception)
        {
            throw new ToolException(FailureText.Of(exception));
        }
    }
}
