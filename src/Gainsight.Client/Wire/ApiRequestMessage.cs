namespace Gainsight.Client;

/// <summary>A request message that carries its call through the handlers. A member is cheaper than <see cref="HttpRequestMessage.Options"/>, which makes a dictionary of one entry.</summary>
internal sealed class ApiRequestMessage : HttpRequestMessage
{
    public ApiRequestMessage(RequestContext context, HttpMethod method, Uri address)
        : base(method, address)
    {
        Context = context;

        // Without it a tenant has answered errors with a web page and status 200.
        Headers.TryAddWithoutValidation("Accept", context.Request.Operation.Answer == AnswerForm.File ? "text/csv, application/json, */*" : "application/json");
        foreach ((var name, var value) in context.Request.Headers)
        {
            Headers.TryAddWithoutValidation(name, value);
        }
    }

    public RequestContext Context { get; }
}
