using System.Net;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Path">The path of the request, without its query.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers, by name in any case.</param>
/// <param name="Body">The body, after decompression.</param>
/// <param name="Elapsed">The time until the body was complete.</param>
internal sealed record Exchange(string Path, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body, TimeSpan Elapsed);
