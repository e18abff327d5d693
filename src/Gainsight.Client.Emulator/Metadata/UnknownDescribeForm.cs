namespace Gainsight.Client.Emulator;

/// <summary>What the description of several objects does when one of them does not exist (not documented).</summary>
public enum UnknownDescribeForm
{
    /// <summary>The whole call fails and does not say which object it is.</summary>
    WholeCallFails,

    /// <summary>The other objects are described.</summary>
    LeftOut,
}
