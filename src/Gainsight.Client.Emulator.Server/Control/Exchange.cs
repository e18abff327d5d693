namespace Gainsight.Client.Emulator;

/// <summary>A request to the tenant with the beginnings of its bodies.</summary>
/// <param name="Id">The position in the order in which requests ended, from 1.</param>
/// <param name="Entry">What the request log says.</param>
/// <param name="QueryString">The query string with its question mark, or an empty text.</param>
internal sealed record Exchange(long Id, RequestLogEntry Entry, string QueryString)
{
    /// <summary>The beginning of the request's body, or null if it is no longer kept.</summary>
    public string? RequestBody { get; set; }

    /// <summary>The beginning of the response's body, or null if it is no longer kept.</summary>
    public string? ResponseBody { get; set; }

    public int Size => (RequestBody?.Length ?? 0) + (ResponseBody?.Length ?? 0);
}
