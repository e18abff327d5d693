namespace Gainsight.Client.Fuzz;

/// <summary>A case that broke a rule without an exception.</summary>
internal sealed class CheckException(string message) : Exception(message)
{
    public static void ThrowIf(bool broken, string message)
    {
        if (broken)
        {
            throw new CheckException(message);
        }
    }
}
