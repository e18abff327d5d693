using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gainsight.Client.Emulator;

/// <summary>What the server serves under <c>/_emulator</c>. The tenant sees nothing of it: no quota, no log entry, no fault.</summary>
internal static class ControlBranch
{
    public const string Root = "/_emulator";

    public static void Use(IApplicationBuilder app, GainsightEmulator emulator, ExchangeLog exchanges, ControlGuard guard, Func<GainsightEmulator, Task>? prepareAsync) => app.Map(Root, branch =>
    {
        _ = branch.Use(next => context => guard.RunAsync(context, next));
        _ = branch.Use(next => context => AnswerAsync(context, next));
        _ = branch.UseRouting();
        _ = branch.UseEndpoints(routes =>
        {
            InspectorFiles.Map(routes);
            TenantRoutes.Map(routes, emulator, exchanges, prepareAsync);
            ObjectRoutes.Map(routes, emulator);
            RowRoutes.Map(routes, emulator);
            FaultRoutes.Map(routes, emulator);
            SettingRoutes.Map(routes, "switch", "switches", emulator.Switches);
            SettingRoutes.Map(routes, "limit", "limits", emulator.Limits);
            RequestRoutes.Map(routes, emulator, exchanges);
        });
        branch.Run(context => throw ControlException.Missing($"There is nothing at {Root}{context.Request.Path}. docs/emulator.md lists the addresses."));
    });

    /// <summary>Runs a call, and answers in words when it fails.</summary>
    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false })
            {
                await ControlJson.WriteErrorAsync(context, 405, $"{Root}{context.Request.Path} does not accept {context.Request.Method}, but {context.Response.Headers.Allow}.").ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            (var status, var error) = Describe(exception);
            await ControlJson.WriteErrorAsync(context, status, error).ConfigureAwait(false);
        }
    }

    private static (int Status, string Error) Describe(Exception exception) => exception switch
    {
        ControlException control => (control.Status, control.Message),
        BadHttpRequestException bad => (bad.StatusCode, bad.Message),
        KeyNotFoundException => (404, exception.Message),
        ArgumentException { ParamName: { } parameter } => (400, exception.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal)),

        // Half of a surrogate pair in a text is an invalid operation for the reader.
        JsonException json => (400, $"The body, {JsonPlace.Of(json)}"),
        ArgumentException or InvalidOperationException => (400, exception.Message),
        _ => (500, $"The emulator failed: {exception.Message}"),
    };
}
