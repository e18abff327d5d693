using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.Inspector.Tests;

/// <summary>The tests that share a browser.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "xUnit calls it a collection.")]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    public const string Name = "Browser";
}
