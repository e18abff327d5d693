namespace Gainsight.Client;

/// <summary>A request message that carries its call through the handlers. A member is cheaper than <see cref="HttpRequestMessage.Options"/>, which makes a dictionary of one entry.</summary>
internal sealed class ApiRequestMessage : HttpRequestMessage
{
    public ApiRequestMessage(CallState call, HttpMethod method, Uri address)
        : base(method, address)
    {
        Call = call;

        // Without it a tenant has answered errors with a web page and status 200.
        Headers.TryAddWithoutValidation("Accept", call.Request.Operation.Answer == AnswerForm.File ? "text/csv, application/json, */*" : "application/json");
        foreach ((var name, var value) in call.Request.Headers)
        {
            Headers.TryAddWithoutValidation(name, value);
        }
    }

    public CallState Call { get; }
}
