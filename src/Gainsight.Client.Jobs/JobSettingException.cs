namespace Gainsight.Client;

/// <summary>A setting of a job is missing or wrong. The message begins with the path of the setting, such as <c>Jobs:companies:Object</c>.</summary>
public sealed class JobSettingException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The path of the setting, what is wrong with it, and what to do.</param>
    /// <param name="innerException">What refused the setting, or null.</param>
    public JobSettingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
