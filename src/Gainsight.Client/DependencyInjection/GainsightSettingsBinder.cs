using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>Binds a section. The generator replaces this call of the binder with code for <see cref="GainsightSettings"/>.</summary>
internal static class GainsightSettingsBinder
{
    public static GainsightSettings Read(IConfiguration section) => section.Get<GainsightSettings>() ?? new GainsightSettings();
}
