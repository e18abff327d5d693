namespace Gainsight.Client.Tests.Timeline;

/// <summary>Answers of the Timeline service, in its own envelope.</summary>
internal static class Answers
{
    public static string Envelope(string data, bool result = true) =>
        $$"""{"result":{{(result ? "true" : "false")}},"data":{{data}},"message":null,"additionalInfo":null,"requestId":"r-1"}""";

    public static string Success(string id) => Envelope($$$"""{"failures":{},"success":{"{{{id}}}":[{"activityId":"A-{{{id}}}"}]}}""");
}
