using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.Emulator;

/// <summary>Refuses the request from anywhere in its processing, with an error code.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It never leaves the emulator and always has a code.")]
internal sealed class RefusedException(string code, string description) : InvalidOperationException(description)
{
    public string Code { get; } = code;

    public static RefusedException BadRequest(string description) => new(ErrorCodes.BadCall, description);

    public static RefusedException UnknownField(string name) =>
        new(ErrorCodes.InvalidField, $"Invalid field, please re-check the mapping. ({name}).");

    public static RefusedException UnknownObject() => new(ErrorCodes.InvalidPath, "Requested object not found.");
}
