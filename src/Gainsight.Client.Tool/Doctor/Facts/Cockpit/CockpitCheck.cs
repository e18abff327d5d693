using System.Text.Json.Nodes;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>Calls of the lists of CTAs that several facts make.</summary>
internal static class CockpitCheck
{
    /// <summary>The body of the list that several facts look at.</summary>
    public static string ListBody { get; } = Body(["Gsid", "Name", "DueDate"]);

    /// <summary>Lists CTAs.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="condition">A condition, or null.</param>
    /// <param name="pageSize">The rows of a page.</param>
    /// <param name="field">A field to select.</param>
    /// <param name="again">Whether the call is sent even if an equal one was sent before.</param>
    /// <returns>The answer.</returns>
    public static Task<Answer> ListAsync(
        Examination tenant, CancellationToken cancellationToken, Condition? condition = null, int pageSize = 100, string field = "DueDate", bool again = false) =>
        tenant.PostAsync(Routes.Ctas, Body(["Gsid", "Name", field], condition, pageSize), cancellationToken, again: again);

    /// <summary>Writes the body of a list call.</summary>
    /// <param name="select">The fields.</param>
    /// <param name="condition">A condition, or null.</param>
    /// <param name="pageSize">The rows of a page.</param>
    /// <returns>The JSON.</returns>
    public static string Body(string[] select, Condition? condition = null, int pageSize = 100)
    {
        var body = new JsonObject { ["select"] = new JsonArray([.. select.Select(name => JsonValue.Create(name))]), ["pageSize"] = pageSize, ["pageNumber"] = 1 };
        if (condition is not null)
        {
            body["where"] = Condition.Where([condition]);
        }

        return body.ToJsonString();
    }
}
