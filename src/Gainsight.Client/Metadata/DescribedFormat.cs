namespace Gainsight.Client;

/// <summary>
/// The forms of the values of a write. Where fields are known by their names only, the tenant's metadata says which of them are days: a moment in such
/// a field means the day as it is written, and another form of a day means the tenant's form.
/// </summary>
/// <remarks>Not thread-safe: a write learns for one block after the other. Calls in flight may read <see cref="Value"/> meanwhile.</remarks>
internal sealed class DescribedFormat(ClientContext context, ObjectDefinition definition, WireFormat format)
{
    private readonly long _started = ClientContext.NextMoment();
    private ObjectDescription? _description;
    private WireFormat _value = format;
    private bool _isRefused;

    public WireFormat Value => Volatile.Read(ref _value);

    /// <summary>Reads the types of these fields. Nothing is read for none.</summary>
    /// <exception cref="GainsightException">The description could not be read. If the tenant does not describe the object, values are sent as they are.</exception>
    public async Task LearnAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0 || _isRefused)
        {
            return;
        }

        try
        {
            var description = await context.Metadata.DescribeAsync(definition.Name, cancellationToken).ConfigureAwait(false);
            if (names.Any(name => description.Find(name) is null))
            {
                // An administrator may have added the field since the object was described.
                description = await context.Metadata.DescribeAsync(definition.Name, cancellationToken, _started).ConfigureAwait(false);
            }

            Take(description);
        }
        catch (GainsightApiException refusal) when (
            refusal.IsFromGainsight && (refusal is GainsightNotFoundException or GainsightValidationException or GainsightAuthenticationException))
        {
            // The tenant describes the object to nobody, or not with this credential.
            _isRefused = true;
        }
    }

    /// <summary>Uses what the tenant says of the object.</summary>
    public void Take(ObjectDescription description)
    {
        if (!ReferenceEquals(_description, description))
        {
            _description = description;
            Volatile.Write(ref _value, Value with { Described = DatesOf(description) });
        }
    }

    /// <summary>The dates whose type the definition does not know.</summary>
    private DescribedDates DatesOf(ObjectDescription description)
    {
        var dates = new DescribedDates();
        foreach (var field in description.Fields)
        {
            if ((field.DataType == DataType.Date || field.DataType == DataType.DateTime) && definition.Find(field.Name) is not { DataType.Name: not null })
            {
                _ = (field.DataType == DataType.Date ? dates.Days : dates.Moments).Add(field.Name);
            }
        }

        return dates;
    }
}
