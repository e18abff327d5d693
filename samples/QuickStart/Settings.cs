namespace QuickStart;

/// <summary>The options of the caller. The sample uses the emulator unless both environment variables are set.</summary>
internal sealed record Settings(Uri? BaseAddress, string? AccessKey, bool IsConfirmed)
{
    public const string AddressVariable = "GAINSIGHT_BASE_ADDRESS";
    public const string KeyVariable = "GAINSIGHT_ACCESS_KEY";

    private const string Usage = $"""
        Usage: dotnet run --project samples/QuickStart [-- --yes]

        Runs against an emulator inside the process. With {AddressVariable} (such as https://acme.us2.gainsightcloud.com)
        and {KeyVariable} set, it runs against that tenant after asking; --yes answers the question.
        """;

    public static bool TryRead(string[] args, Func<string, string?> variable, out Settings settings, out string problem)
    {
        var address = NullIfEmpty(variable(AddressVariable));
        var key = NullIfEmpty(variable(KeyVariable));
        Uri? baseAddress = null;
        problem = "";
        if (args.Any(argument => argument != "--yes"))
        {
            problem = Usage;
        }
        else if ((address is null) != (key is null))
        {
            (var given, var missing) = key is null ? (AddressVariable, KeyVariable) : (KeyVariable, AddressVariable);
            problem = $"{given} is set but {missing} is not. Set both to use that tenant, or neither to use the emulator.";
        }
        else if (address is not null && !Uri.TryCreate(address, UriKind.Absolute, out baseAddress))
        {
            problem = $"{AddressVariable} is not an address. Give scheme and host, such as https://acme.us2.gainsightcloud.com.";
        }

        settings = new Settings(baseAddress, key, args.Length > 0);
        return problem.Length == 0;
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
