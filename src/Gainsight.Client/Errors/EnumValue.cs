namespace Gainsight.Client;

/// <summary>Checks values of enums. A cast or a number in a configuration can give a value that is no member of the enum.</summary>
internal static class EnumValue
{
    /// <summary>Throws if a value is no member of its enum.</summary>
    /// <param name="value">The value.</param>
    /// <param name="last">The last member of the enum. The first one is 0.</param>
    /// <param name="parameter">The name of the parameter or property.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public static void Check(int value, int last, string parameter)
    {
        if (!Exists(value, last))
        {
            throw new ArgumentOutOfRangeException(parameter, value, "The enum has no member with this value.");
        }
    }

    /// <summary>Whether a value is a member of an enum whose members count from 0.</summary>
    public static bool Exists(int value, int last) => (uint)value <= (uint)last;
}
