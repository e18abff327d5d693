namespace Gainsight.Client.Tool.Doctor;

/// <summary>The routes of calls that several facts use.</summary>
internal static class Routes
{
    /// <summary>The documented list of objects.</summary>
    public const string ObjectList = "/v1/meta/services/objects/list?po=company&em=false";

    /// <summary>The list of objects that connectors use.</summary>
    public const string ObjectsByPost = "/v1/meta/services/objects";

    /// <summary>The body of <see cref="ObjectsByPost"/>.</summary>
    public const string ObjectsByPostBody = """{"externalUse":"true","excludeMappings":"false","sortByLabel":"true"}""";

    /// <summary>Describes several objects.</summary>
    public const string DescribeMany = "/v1/meta/services/objects/describe";

    /// <summary>The list of CTAs.</summary>
    public const string Ctas = "/v2/cockpit/cta/list";

    /// <summary>Describes one object.</summary>
    /// <param name="name">The object.</param>
    /// <returns>The path.</returns>
    public static string Describe(string name) => $"/v1/meta/services/objects/{name}/describe?idd=true";

    /// <summary>The body of <see cref="DescribeMany"/>, without the items of picklists.</summary>
    /// <param name="names">The objects.</param>
    /// <returns>The JSON.</returns>
    public static string DescribeManyBody(params IEnumerable<string> names) =>
        $$"""{"objectNames":[{{string.Join(',', names.Select(name => $"\"{name}\""))}}],"includeChilds":"false","childLevels":"0","populatePickListOptions":"false","useCollectionId":"false","removeDeleted":"false","removeHidden":"false","host":"MDA","sortFieldsByLabel":"false","populateFieldId":"false","honorUserContext":"true","honorCustomLookup":"true","populateAutoSuggestDetails":"false","externalContext":"false"}""";
}
