namespace Gainsight.Client.Emulator;

/// <summary>Which requests the server prints to its console.</summary>
internal enum RequestLogLevel
{
    /// <summary>Every request.</summary>
    All,

    /// <summary>Requests that were refused, cut or hit by a fault.</summary>
    Errors,

    /// <summary>None.</summary>
    Off,
}
