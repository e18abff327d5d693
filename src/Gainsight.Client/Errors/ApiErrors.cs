using System.Buffers;
using System.Net;
using System.Text;

namespace Gainsight.Client;

/// <summary>Makes a typed exception of an answer that is not a success.</summary>
internal static class ApiErrors
{
    private const string Throttled =
        "The tenant's quota is used up, perhaps by other integrations. Nothing was written. Try again when its window opens, raise Quota.MaxQueueWait to wait for it, or lower Quota.Share so that less is asked for.";

    private const int MaxTokenLength = 64;
    private const int MaxFields = 5;

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:");

    /// <summary>The exception that says what the answer means and what to do next, without a word of the answer's own texts.</summary>
    /// <param name="request">The call.</param>
    /// <param name="host">The tenant's host.</param>
    /// <param name="credential">What the call was authenticated with.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="now">The time of the answer.</param>
    /// <param name="suggestObjects">Gives the names of objects that are near to one that the tenant does not know.</param>
    public static GainsightException From(
        ApiRequest request, string host, GainsightCredential? credential, BufferedAnswer answer, DateTimeOffset now,
        Func<string, IReadOnlyList<string>>? suggestObjects = null)
    {
        if (answer.IsThrottled || answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (int)answer.Status >= 400)
        {
            return Refusal(request, host, credential, answer, now, suggestObjects);
        }

        var what = TransportFailures.Describe(request);
        if (!answer.IsPositive)
        {
            return new GainsightProtocolException(
                $"{what}: {host} answered with a redirect ({(int)answer.Status}), which is not followed, so that the credential reaches no other host. Give the address that it leads to as BaseAddress.")
            {
                RequestMayHaveArrived = false,
            };
        }

        if (!answer.IsComplete)
        {
            return new GainsightProtocolException(answer.IsJson
                ? $"{what}: the answer of {host} is not whole, well-formed JSON."
                : $"{what}: {host} answered {(int)answer.Status} without JSON, as a web page does. Check that the host is the tenant's own and that no proxy or login page answers for it.");
        }

        return answer.Result == false
            ? Refusal(request, host, credential, answer, now, suggestObjects)
            : new GainsightProtocolException($"{what}: the answer of {host} does not say whether the call succeeded: it has no 'result'.");
    }

    /// <summary>Whether an answer says that the object is not there, which holds for every record of it.</summary>
    public static bool SaysObjectMissing(BufferedAnswer answer) =>
        answer.ErrorCode == ErrorCodes.ObjectNotFound
        || answer.ErrorDescription?.StartsWith("Requested object not found", StringComparison.OrdinalIgnoreCase) == true;

    private static GainsightApiException Refusal(
        ApiRequest request, string host, GainsightCredential? credential, BufferedAnswer answer, DateTimeOffset now,
        Func<string, IReadOnlyList<string>>? suggestObjects)
    {
        var errors = RecordErrorReader.Read(answer.IsComplete ? answer.ErrorData : default);
        var code = answer.ErrorCode;
        string Message(string text) => Compose(request, host, answer, errors, text);

        if (answer.IsThrottled)
        {
            return new GainsightThrottledException(Message(Throttled), answer, errors) { RetryAt = now + answer.RetryAfter };
        }

        if (code == ErrorCodes.AddressNotAllowed)
        {
            return new GainsightAuthenticationException(Message(ErrorTexts.ForCode(code)!), answer, errors);
        }

        if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            || code is ErrorCodes.Unauthorized or ErrorCodes.InvalidAuthorization)
        {
            return new GainsightAuthenticationException(Message(request.Operation.SecretRefused ?? ErrorTexts.ForCredential(credential)), answer, errors);
        }

        var text = ErrorTexts.ForCode(code)
            ?? (request.Operation.DataRefused is { } refused && (int)answer.Status < 500 ? refused : ErrorTexts.ForStatus(answer.Status));
        if (IsNotFound(answer))
        {
            if (request.Object is { } name && code != ErrorCodes.RouteNotFound && suggestObjects?.Invoke(name) is { Count: > 0 } near)
            {
                text = $"{text} Did you mean {string.Join(" or ", near)}?";
            }

            return new GainsightNotFoundException(Message(text), answer, errors);
        }

        var message = Message(text);
        return IsValidation(answer)
            ? new GainsightValidationException(message, answer, errors)
            : new GainsightApiException(message, answer, errors);
    }

    // A fault of the server's own is none of the data's, whatever its status: nothing says how far the server came.
    private static bool IsNotFound(BufferedAnswer answer) =>
        (int)answer.Status < 500
        && answer.ErrorCode != ErrorCodes.ServerFault
        && (answer.Status == HttpStatusCode.NotFound
            || answer.ErrorCode == ErrorCodes.RouteNotFound
            || SaysObjectMissing(answer));

    private static bool IsValidation(BufferedAnswer answer) =>
        (int)answer.Status < 500
        && answer.ErrorCode != ErrorCodes.ServerFault
        && ((int)answer.Status >= 400 || answer.ErrorCode != ErrorCodes.DatabaseFault);

    private static string Compose(
        ApiRequest request, string host, BufferedAnswer answer, IReadOnlyList<RecordError> errors, string text)
    {
        var message = new StringBuilder(256);
        message.Append(TransportFailures.Describe(request)).Append(" failed (").Append((int)answer.Status);
        if (IsToken(answer.ErrorCode))
        {
            message.Append(", ").Append(answer.ErrorCode);
        }

        message.Append("). ").Append(text);
        if (!answer.IsJson)
        {
            message.Append(" The answer was not JSON: it may come from a proxy, or ").Append(host).Append(" may not be the tenant's host.");
        }

        AppendFields(message, errors);
        if (IsToken(answer.RequestId))
        {
            message.Append(" Request id: ").Append(answer.RequestId).Append('.');
        }

        return message.ToString();
    }

    private static void AppendFields(StringBuilder message, IReadOnlyList<RecordError> errors)
    {
        string[] fields = [.. errors.Select(error => error.Field).Where(IsToken).Distinct(StringComparer.Ordinal).Take(MaxFields + 1)!];
        if (fields.Length > 0)
        {
            message.Append(fields.Length == 1 ? " Field: " : " Fields: ").AppendJoin(", ", fields.Take(MaxFields));
            message.Append(fields.Length > MaxFields ? " and more." : ".");
        }
    }

    // Codes, names and ids have no business holding anything else; what does is left out, lest a value come through.
    private static bool IsToken(string? text) =>
        text is { Length: > 0 and <= MaxTokenLength } && !text.AsSpan().ContainsAnyExcept(TokenCharacters);
}
