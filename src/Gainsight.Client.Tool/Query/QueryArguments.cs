using System.CommandLine;
using System.Globalization;

namespace Gainsight.Client.Tool;

/// <summary>The object and the options that choose rows.</summary>
internal sealed class QueryArguments
{
    private readonly Argument<string> _object = new("OBJECT") { Description = "The API name of the object, such as Company or Asset__gc." };

    private readonly Option<string[]> _select = new("--select")
    {
        HelpName = "FIELD,…",
        Description = "The fields, such as Name,Csm__gr.Email. Default: all.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _where = new("--where")
    {
        HelpName = "FILTER",
        Description = "\"FIELD OPERATOR VALUE\", such as \"Arr GTE 1000\"; or the JSON of Gainsight's query call, or @FILE with it. Several must all hold.",
    };

    private readonly Option<string[]> _order = new("--order")
    {
        HelpName = "FIELD[:desc],…",
        Description = "The fields to sort by.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int?> _take = new("--take") { HelpName = "N", Description = "The number of rows at most." };

    private readonly Option<bool> _labels = new("--labels") { Description = "Writes the labels of picklist items instead of their GSIDs." };

    public QueryArguments() => _take.Validators.Add(result =>
    {
        if (result.Tokens is not [var token] || !int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
        {
            result.AddError("--take needs a number above 0.");
        }
    });

    /// <summary>Adds the argument and the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_object);
        command.Add(_select);
        command.Add(_where);
        command.Add(_order);
        command.Add(_take);
        command.Add(_labels);
    }

    /// <summary>Makes the query. Fields are checked by the tenant's description, so that a misspelled one costs no query.</summary>
    /// <exception cref="ToolException">A field does not exist, or a filter cannot be read.</exception>
    public async Task<RecordQuery<ObjectRecord>> QueryAsync(ParseResult parsed, GainsightClient client, CancellationToken cancellationToken)
    {
        var description = (await client.Metadata.DescribeOrSuggestAsync([parsed.GetRequiredValue(_object)], cancellationToken).ConfigureAwait(false))[0];
        var query = client.Objects(description.Name).Query();
        try
        {
            var selected = Names(parsed.GetValue(_select));
            query = query.Select(selected is [] ? description.Fields.Select(field => field.Token) : selected.Select(name => FieldOf(description, name)));
            foreach (var text in parsed.GetValue(_where) ?? [])
            {
                query = query.Where(await WhereText.ParseAsync(text, description, cancellationToken).ConfigureAwait(false));
            }

            foreach (var text in Names(parsed.GetValue(_order)))
            {
                var colon = text.IndexOf(':', StringComparison.Ordinal);
                var field = FieldOf(description, colon < 0 ? text : text[..colon]);
                query = (colon < 0 ? "asc" : text[(colon + 1)..].ToLowerInvariant()) switch
                {
                    "asc" => query.OrderBy(field),
                    "desc" => query.OrderByDescending(field),
                    _ => throw new ToolException($"--order {text}: write FIELD, FIELD:asc or FIELD:desc."),
                };
            }

            query = parsed.GetValue(_take) is { } take ? query.Take(take) : query;
            return parsed.GetValue(_labels) ? query.WithLabels() : query;
        }
        catch (ArgumentException exception)
        {
            throw new ToolException(FailureText.Of(exception));
        }
    }

    private static Field FieldOf(ObjectDescription description, string name) =>
        name.Contains('.', StringComparison.Ordinal) ? name : description.Get(name).Token;

    private static string[] Names(string[]? given) =>
        [.. (given ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
