namespace Gainsight.Client;

/// <content>Mappers of rows from other sources.</content>
public abstract partial class RecordQueryClient<T>
{
    /// <summary>Makes a mapper that turns rows of a source into records of this object. The object, and those that its paths lead to, are described once per client; mapping costs no call.</summary>
    /// <remarks>Fields that only the library knows can be mapped as well, such as the labels of CTAs (<c>type</c>, <c>status</c>) and the e-mail addresses of attendees.</remarks>
    /// <param name="map">Which field each name of the source becomes.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The mapper.</returns>
    /// <exception cref="ArgumentException">The map is empty, or names a field twice, one that the object does not have, or one that cannot be written, or has a date pattern that cannot be used. The message names every problem.</exception>
    /// <exception cref="GainsightNotFoundException">The tenant does not have the object.</exception>
    /// <exception cref="GainsightException">The object could not be described. The exception's type says why.</exception>
    public virtual async Task<RecordMapper<T>> MapAsync(FieldMap map, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(map);
        var description = await DescribeAsync(cancellationToken).ConfigureAwait(false);
        await Context.Metadata.FillAsync(description.Fields, cancellationToken).ConfigureAwait(false);
        var mapper = new RecordMapper<T>(description, map);
        var problems = await ProblemsOfPathsAsync(mapper, cancellationToken).ConfigureAwait(false);
        return problems.Count == 0 ? mapper : throw new ArgumentException($"The map cannot be used. {string.Join(' ', problems)}", nameof(map));
    }

    /// <summary>Checks that the objects behind the lookups have the fields by which their rows are found.</summary>
    private async Task<List<string>> ProblemsOfPathsAsync(RecordMapper<T> mapper, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        foreach ((var source, var target) in mapper.Paths)
        {
            try
            {
                var other = await Context.Metadata.DescribeAsync(target.Lookup!.TargetObject, cancellationToken).ConfigureAwait(false);
                if (other.Find(target.Match!.Name) is null)
                {
                    var near = Spelling.DidYouMean(target.Match.Name, other.Fields.Select(field => field.Name));
                    problems.Add($"{other.Name} has no field {target.Match.Name} (for {source}).{near}");
                }
            }
            catch (GainsightNotFoundException failure) when (failure.IsFromGainsight)
            {
                // A tenant may look up rows of an object that it does not describe.
            }
        }

        return problems;
    }

    /// <summary>What the tenant says of the object. The names of some objects of the library are inferred; if the tenant does not have one, the fields that the library knows must do.</summary>
    private async Task<ObjectDescription> DescribeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Context.Metadata.DescribeAsync(Definition.Name, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightNotFoundException failure) when (failure.IsFromGainsight && new T().Definition is not null)
        {
            return new() { Summary = new() { Name = Definition.Name, Label = Definition.Name } };
        }
        catch (GainsightNotFoundException failure)
        {
            if (await Context.Metadata.ExplainAsync(failure, Definition.Name, cancellationToken).ConfigureAwait(false) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }
}
