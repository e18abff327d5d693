using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the values of options, and says what is expected of a value that does not fit.</summary>
internal static class ArgumentParsers
{
    public static ushort Port(ArgumentResult result)
    {
        if (!ushort.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            result.AddError("The port must be a number from 0 to 65535.");
        }

        return port;
    }

    public static IPAddress? Host(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text == "localhost")
        {
            return IPAddress.Loopback;
        }

        if (!IPAddress.TryParse(text, out var address))
        {
            result.AddError("The host must be an IP address or localhost. 0.0.0.0 listens on every address of the machine.");
        }

        return address;
    }

    public static string? NotEmpty(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (string.IsNullOrWhiteSpace(text))
        {
            result.AddError($"The value of {(result.Parent as OptionResult)?.Option.Name} must not be empty.");
        }

        return text;
    }

    public static RequestLogLevel? Level(ArgumentResult result)
    {
        try
        {
            return SeedSettings.Level(result.Tokens[0].Value);
        }
        catch (ArgumentException exception)
        {
            result.AddError(exception.Message);
            return null;
        }
    }
}
