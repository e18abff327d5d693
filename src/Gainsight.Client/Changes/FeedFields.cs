namespace Gainsight.Client;

/// <summary>The fields by which the changes of an object are read.</summary>
/// <param name="Date">The time of a row's last change.</param>
/// <param name="Key">The unique field of a row.</param>
internal sealed record FeedFields(Field<DateTimeOffset> Date, PagingKey Key)
{
    /// <summary>The names under which objects have the time of a row's last change.</summary>
    private static readonly string[] DateNames = [SystemFields.ModifiedDate.Name, "ModifiedAt", "LastModifiedDate", "UpdatedAt"];

    /// <summary>The name of the number that some objects have instead of a GSID.</summary>
    private const string RowNumber = "Id";

    /// <summary>The fields of a log of deleted records, or of another object whose definition is complete.</summary>
    public static FeedFields Of(ObjectDefinition definition) => new(definition.ModifiedDate, PagingKey.Of(definition.PagingKey!));

    /// <summary>Finds the fields: those of the options, else those of the definition, which the description of an object known by name may correct.</summary>
    /// <exception cref="GainsightValidationException">The object has no such field.</exception>
    public static async Task<FeedFields> FindAsync(
        ClientContext context, ObjectDefinition definition, ChangeOptions options, CancellationToken cancellationToken)
    {
        var date = options.ModifiedDate;
        var key = options.Key is { } named ? KeyOf(named) : null;
        if (!definition.IsGeneric || (date is not null && key is not null))
        {
            return new(date ?? definition.ModifiedDate, key ?? PagingKey.Of(definition.PagingKey!));
        }

        ObjectDescription description;
        try
        {
            description = await context.Metadata.DescribeAsync(definition.Name, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightApiException failure) when (failure.IsFromGainsight && failure is (GainsightNotFoundException or GainsightValidationException))
        {
            // A tenant may allow reading an object that it does not describe.
            return new(date ?? definition.ModifiedDate, key ?? PagingKey.Of(definition.PagingKey!));
        }

        date ??= DateNames.Select(description.Find).OfType<FieldDescription>().FirstOrDefault()?.As<DateTimeOffset>()
            ?? throw Missing(definition, "no date of the last change that this library knows", nameof(ChangeOptions.ModifiedDate));
        key ??= description.Find(definition.PagingKey!.Name) is not null ? PagingKey.Of(definition.PagingKey)
            : description.Find(RowNumber)?.Token is Field<decimal> number ? PagingKey.Of(number)
            : throw Missing(definition, "neither a GSID nor a number Id that tells its rows apart", nameof(ChangeOptions.Key));
        return new(date, key);
    }

    /// <summary>The key of a field that a caller names.</summary>
    /// <exception cref="ArgumentException">The field cannot be a key.</exception>
    public static PagingKey KeyOf(Field field) => field switch
    {
        { IsPath: true } => throw NoKey(field),
        Field<string> text => PagingKey.Of(text),
        Field<decimal> number => PagingKey.Of(number),
        _ when field.DataType == DataType.Number => PagingKey.Of(new Field<decimal>(field.Name, field.DataType)),
        _ when field.DataType.Name is null || field.DataType == DataType.String || field.DataType == DataType.Gsid => PagingKey.Of(new Field<string>(field.Name, field.DataType)),
        _ => throw NoKey(field),
    };

    private static ArgumentException NoKey(Field field) =>
        new($"{field} cannot be the key of a feed. Give a unique text, GSID or number of the object itself as ChangeOptions.Key.");

    private static GainsightValidationException Missing(ObjectDefinition definition, string what, string option) =>
        new($"{definition.Name} has {what}, so its changes cannot be read. If it has such a field, name it with {nameof(ChangeOptions)}.{option}.");
}
