namespace Gainsight.Client;

/// <summary>What a successful answer of an operation looks like.</summary>
internal enum AnswerForm
{
    /// <summary>Gainsight's envelope, whose <c>result</c> is true.</summary>
    Envelope,

    /// <summary>Unknown: any body that is neither a web page nor cut JSON, unless it is an envelope whose <c>result</c> is false.</summary>
    Open,

    /// <summary>A file, handed over while it comes. An answer in JSON or HTML is no file and is judged as others are.</summary>
    File,
}
