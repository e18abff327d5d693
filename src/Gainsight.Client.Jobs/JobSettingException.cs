namespace Gainsight.Client;

/// <summary>A setting of a job is missing or wrong. The message begins with the path of the setting, such as <c>Jobs:companies:Object</c>.</summary>
public sealed class JobSettingException : Exception
{
    /// <summary>Creates the exception, with the text of .NET.</summary>
    public JobSettingException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">The path of the setting, what is wrong with it, and what to do.</param>
    public JobSettingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">The path of the setting, what is wrong with it, and what to do.</param>
    /// <param name="innerException">What refused the setting.</param>
    public JobSettingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
