namespace Gainsight.Client.Fuzz;

/// <summary>A case that broke a rule without an exception.</summary>
internal sealed class CheckException : Exception
{
    public CheckException()
    {
    }

    public CheckException(string message)
        : base(message)
    {
    }

    public CheckException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public static void ThrowIf(bool broken, string message)
    {
        if (broken)
        {
            throw new CheckException(message);
        }
    }
}
