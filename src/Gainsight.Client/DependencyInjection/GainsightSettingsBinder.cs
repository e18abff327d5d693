using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>Binds a section. The generator replaces this one call of the binder by code for <see cref="GainsightSettings"/>.</summary>
internal static class GainsightSettingsBinder
{
    /// <exception cref="InvalidOperationException">A value has the wrong form; the message names its key.</exception>
    public static GainsightSettings Read(IConfiguration section) => section.Get<GainsightSettings>() ?? new GainsightSettings();
}
