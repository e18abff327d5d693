namespace Gainsight.Client;

/// <summary>The form of a successful answer.</summary>
internal enum AnswerForm
{
    /// <summary>Gainsight's envelope, with <c>result</c> true.</summary>
    Envelope,

    /// <summary>Unknown. Every body is a success except a web page, incomplete JSON, and an envelope with <c>result</c> false.</summary>
    Open,

    /// <summary>A file, read as a stream. An answer in JSON or HTML is not a file and is judged like any other answer.</summary>
    File,
}
