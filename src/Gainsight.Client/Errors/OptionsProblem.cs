namespace Gainsight.Client;

/// <summary>A problem of a client's options.</summary>
/// <param name="Text">A sentence that names the option, with its remedy.</param>
/// <param name="Setting">The setting of a configuration section that sets the option, or null when only code sets it.</param>
internal sealed record OptionsProblem(string Text, string? Setting = null);
