using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes the <c>where</c> of a body: conditions named by letters, and the expression that joins them.</summary>
internal static class WhereWriter
{
    /// <summary>Writes nothing when there is no filter.</summary>
    /// <param name="writer">Stands within the body.</param>
    /// <param name="where">The filter, or null.</param>
    /// <param name="writeComparison">Writes the field, the letter and the values of a condition, in the order and with the names of the API.</param>
    public static void Write(Utf8JsonWriter writer, Filter? where, Action<FilterCondition, char> writeComparison)
    {
        if (where is null)
        {
            return;
        }

        var filter = where.Spread() ?? where;
        writer.WriteStartObject("where");
        writer.WriteStartArray("conditions");
        var alias = 'A';
        filter.Visit(condition =>
        {
            writer.WriteStartObject();
            writeComparison(condition, alias++);
            writer.WriteString("operator", condition.Operator.Name);
            writer.WriteEndObject();
        });
        writer.WriteEndArray();

        var expression = new StringBuilder();
        var first = 'A';
        filter.Append(expression, ref first);
        writer.WriteString("expression", expression.ToString());
        writer.WriteEndObject();
    }
}
