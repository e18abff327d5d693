using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>Binds a section. The generator replaces this one call of the binder by code for <see cref="GainsightSettings"/>.</summary>
internal static class GainsightSettingsBinder
{
    public static GainsightSettings Read(IConfiguration section) => section.Get<GainsightSettings>() ?? new GainsightSettings();
}
