using System.Net;
using System.Text;

namespace Gainsight.Client;

/// <summary>Creates the typed exception for an answer that is not a success.</summary>
internal static class ApiErrors
{
    private const string Throttled =
        "The tenant's quota is used up, perhaps by other integrations. Nothing was written. Try again when its window opens, raise Quota.MaxQueueWait to wait for it, or lower Quota.Share so that less is asked for.";

    private const int MaxFields = 5;

    /// <summary>The exception for an answer. Its message says what to do next and never quotes the texts of the answer.</summary>
    /// <param name="request">The call.</param>
    /// <param name="host">The tenant's host.</param>
    /// <param name="credential">The credential of the call.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="now">The time of the answer.</param>
    /// <param name="suggestObjects">Finds object names that are similar to an unknown one.</param>
    public static GainsightException From(
        ApiRequest request, string host, GainsightCredential? credential, BufferedAnswer answer, DateTimeOffset now,
        Func<string, IReadOnlyList<string>>? suggestObjects = null)
    {
        if (answer.IsThrottled || answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (int)answer.Status >= 400)
        {
            return Refusal(request, host, credential, answer, now, suggestObjects);
        }

        var what = TransportFailures.Describe(request);
        if (!answer.IsPositive && !answer.IsRedirect)
        {
            return new GainsightProtocolException(
                $"{what}: {host} answered {(int)answer.Status}, which Gainsight's API does not use. A proxy or cache may have answered for it.");
        }

        if (!answer.IsPositive)
        {
            return new GainsightProtocolException(
                $"{what}: {host} answered with a redirect ({(int)answer.Status}), which is not followed, so that no other host gets the credential. Set BaseAddress to the target of the redirect.")
            {
                RequestMayHaveArrived = false,
            };
        }

        if (!answer.IsComplete)
        {
            return new GainsightProtocolException(answer.IsTooDeep
                ? $"{what}: the answer of {host} is nested deeper than {AnswerJson.MaxDepth} levels, which is the limit."
                : answer.IsJson
                ? $"{what}: the answer of {host} is not complete, well-formed JSON."
                : $"{what}: {host} answered {(int)answer.Status} without JSON, as a web page does. Check that the host is the tenant's own and that no proxy or login page answers for it.");
        }

        return answer.Result == false
            ? Refusal(request, host, credential, answer, now, suggestObjects)
            : new GainsightProtocolException($"{what}: the answer of {host} does not say whether the call succeeded: it has no 'result'.");
    }

    private static GainsightApiException Refusal(
        ApiRequest request, string host, GainsightCredential? credential, BufferedAnswer answer, DateTimeOffset now,
        Func<string, IReadOnlyList<string>>? suggestObjects)
    {
        var refusal = answer.ToRefusal();
        var code = refusal.Code;
        string Message(string text) => Compose(request, host, refusal, text);

        if (answer.IsThrottled)
        {
            return new GainsightThrottledException(Message(Throttled), refusal) { RetryAt = answer.RetryAfter is { } delay ? now.Plus(delay) : null };
        }

        if (code == ErrorCodes.AddressNotAllowed)
        {
            return new GainsightAuthenticationException(Message(ErrorTexts.ForCode(code)!), refusal);
        }

        if (refusal.IsByIntermediary)
        {
            return new GainsightApiException(Message(ErrorTexts.ByIntermediary), refusal);
        }

        if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            || code is ErrorCodes.Unauthorized or ErrorCodes.InvalidAuthorization)
        {
            return new GainsightAuthenticationException(Message(request.Operation.SecretRefused ?? ErrorTexts.ForCredential(credential)), refusal);
        }

        var text = ErrorTexts.ForCode(code)
            ?? (request.Operation.DataRefused is { } refused && (int)answer.Status < 500 ? refused : ErrorTexts.ForStatus(answer.Status));
        if (code == ErrorCodes.InvalidPath && request.Object is { } path)
        {
            text = $"The tenant has no object {path}, or the object does not take this call. Check its API name in Data Management (names of custom objects end in __gc), and the path of a route override if one is set.";
        }

        if (request.Object is { } name && code != ErrorCodes.RouteNotFound && (IsNotFound(refusal) || code == ErrorCodes.InvalidPath)
            && suggestObjects?.Invoke(name) is { Count: > 0 } near)
        {
            text = $"{text} Did you mean {string.Join(" or ", near)}?";
        }

        if (IsNotFound(refusal))
        {
            return new GainsightNotFoundException(Message(text), refusal);
        }

        var message = Message(text);
        return IsValidation(refusal)
            ? new GainsightValidationException(message, refusal)
            : new GainsightApiException(message, refusal);
    }

    // A failure of the server is not caused by the data, whatever the status, and nothing says how far the server came.
    private static bool IsNotFound(ApiRefusal refusal) =>
        (int)refusal.Status < 500
        && refusal.Code != ErrorCodes.ServerFault
        && (refusal.Status == HttpStatusCode.NotFound
            || refusal.Code == ErrorCodes.RouteNotFound
            || refusal.SaysObjectMissing);

    // These say nothing about the data either: a proxy wants credentials, the route has no such verb, or the way to Gainsight is wrong.
    private static bool IsValidation(ApiRefusal refusal) =>
        (int)refusal.Status is < 500 and not (405 or 407 or 408 or 411 or 421 or 425 or 431 or 451)
        && refusal.Code != ErrorCodes.ServerFault
        && ((int)refusal.Status >= 400 || refusal.Code != ErrorCodes.DatabaseFault);

    private static string Compose(ApiRequest request, string host, ApiRefusal refusal, string text)
    {
        var message = new StringBuilder(256);
        message.Append(TransportFailures.Describe(request)).Append(" failed (").Append((int)refusal.Status);
        if (SafeText.IsToken(refusal.Code))
        {
            message.Append(", ").Append(refusal.Code);
        }

        message.Append("). ").Append(text);
        if (!refusal.IsJson)
        {
            message.Append(" The answer was not JSON: it may come from a proxy, or ").Append(host).Append(" may not be the tenant's host.");
        }

        AppendFields(message, refusal.Errors);
        if (SafeText.IsToken(refusal.RequestId))
        {
            message.Append(" Request id: ").Append(refusal.RequestId).Append('.');
        }

        return message.ToString();
    }

    private static void AppendFields(StringBuilder message, IReadOnlyList<RecordError> errors)
    {
        string[] fields = [.. errors.Select(error => error.Field).Where(SafeText.IsToken).Distinct(StringComparer.Ordinal).Take(MaxFields + 1)!];
        if (fields.Length > 0)
        {
            message.Append(fields.Length == 1 ? " Field: " : " Fields: ").AppendJoin(", ", fields.Take(MaxFields));
            message.Append(fields.Length > MaxFields ? " and more." : ".");
        }
    }
}
