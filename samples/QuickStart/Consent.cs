using Spectre.Console;

namespace QuickStart;

/// <summary>Asks before anything is written to a real tenant.</summary>
internal static class Consent
{
    public static async Task<bool> IsGivenAsync(TargetTenant tenant, Settings settings, CancellationToken cancellationToken)
    {
        if (settings.IsConfirmed)
        {
            return true;
        }

        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            await Console.Error.WriteLineAsync(
                $"This would write to {tenant.BaseAddress.Host}, and there is no terminal to ask on. Add --yes to go ahead, or unset {Settings.AddressVariable} and {Settings.KeyVariable} to use the emulator.");
            return false;
        }

        AnsiConsole.MarkupLineInterpolated(
            $"This writes the companies of companies.csv to [bold]{tenant.BaseAddress.Host}[/], each marked '[bold]{tenant.NameMark.Trim()}[/]', and deletes them at the end.");
        return await new ConfirmationPrompt("Go ahead?") { DefaultValue = false }.ShowAsync(AnsiConsole.Console, cancellationToken);
    }
}
