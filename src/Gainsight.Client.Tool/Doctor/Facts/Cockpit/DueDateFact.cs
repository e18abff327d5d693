using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>How lists of CTAs show due dates.</summary>
internal sealed class DueDateFact() : Fact("Due dates in lists of CTAs", "either form", "Days in filters of the list calls", Pages.Ctas)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var answer = await CockpitCheck.ListAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (answer.Rows is not { } rows)
        {
            return Finding.Refused(answer);
        }

        var value = rows.Select(row => Sample.Value(row, "DueDate")).FirstOrDefault(date => date.ValueKind is JsonValueKind.String or JsonValueKind.Number);
        return value.ValueKind switch
        {
            JsonValueKind.Undefined => Finding.Needs("a CTA with a due date"),
            JsonValueKind.Number => Finding.Expected("epoch milliseconds"),
            _ when Sample.Time(value) is null => Finding.Differs("an unknown form", "The library may not read these dates. Please report it."),
            _ => Finding.Expected(value.GetString()!.Length > 10 ? "a date with a time" : "a date"),
        };
    }
}
