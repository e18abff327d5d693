using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gainsight.Client.Emulator;

/// <summary><c>/switches</c> and <c>/limits</c>: all settings with their values, choices and texts, and changes.</summary>
internal static class SettingRoutes
{
    public static void Map<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        IEndpointRouteBuilder routes, string kind, string path, T target)
        where T : class, new()
    {
        void Write(Utf8JsonWriter writer) => writer.WriteList(path, SettingJson.Of<T>(), property => SettingJson.Write(writer, property, target, new T()));

        _ = routes.MapGet("/" + path, (RequestDelegate)(context => ControlJson.WriteAsync(context, Write)));
        _ = routes.MapPatch("/" + path, (RequestDelegate)(async context =>
        {
            var body = await ControlJson.ReadObjectAsync(context).ConfigureAwait(false);

            // All changes or none.
            var changed = new T();
            SettingText.Copy(target, changed);
            SettingSeed.Load(changed, kind, body);
            SettingText.Copy(changed, target);
            await ControlJson.WriteAsync(context, Write).ConfigureAwait(false);
        }));
        _ = routes.MapDelete("/" + path, (RequestDelegate)(context =>
        {
            SettingText.Copy(new T(), target);
            return ControlJson.WriteAsync(context, Write);
        }));
    }
}
