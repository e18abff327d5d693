using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gainsight.Client.Emulator;

/// <summary>The files of the inspector, which are embedded in the program.</summary>
internal static class InspectorFiles
{
    private const string Prefix = "Inspector/";

    public static void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/", (RequestDelegate)(context =>
        {
            // Relative addresses of the page need the slash.
            if (context.Request.Path.HasValue)
            {
                return SendAsync(context, "index.html");
            }

            context.Response.Redirect(context.Request.PathBase + "/");
            return Task.CompletedTask;
        }));
        _ = routes.MapGet("/inspector/{file}", (RequestDelegate)(context => SendAsync(context, (string)context.Request.RouteValues["file"]!)));
    }

    private static async Task SendAsync(HttpContext context, string file)
    {
        var stream = typeof(InspectorFiles).Assembly.GetManifestResourceStream(Prefix + file) ?? throw new KeyNotFoundException($"The inspector has no file {file}.");
        await using (stream.ConfigureAwait(false))
        {
            context.Response.ContentType = Path.GetExtension(file) switch
            {
                ".html" => "text/html; charset=utf-8",
                ".css" => "text/css; charset=utf-8",
                ".svg" => "image/svg+xml",
                _ => "text/javascript; charset=utf-8",
            };
            context.Response.ContentLength = stream.Length;
            await stream.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
