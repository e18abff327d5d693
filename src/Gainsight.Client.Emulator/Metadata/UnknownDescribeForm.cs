namespace Gainsight.Client.Emulator;

/// <summary>What the description of several objects does when one of them does not exist. Not documented.</summary>
public enum UnknownDescribeForm
{
    /// <summary>The whole call fails, without saying which one it is.</summary>
    WholeCallFails,

    /// <summary>The others are described.</summary>
    LeftOut,
}
