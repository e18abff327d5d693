namespace Gainsight.Client.Tool.Doctor;

/// <summary>
/// Something that is not known for sure about Gainsight's API, and how reads settle it. To add one, derive a class in a file of its own and name it in
/// <see cref="AllFacts"/>.
/// </summary>
/// <param name="name">The name for people.</param>
/// <param name="expected">What the library expects.</param>
/// <param name="wire">The fact or the operation in <c>docs/wire.md</c>, as it is written there.</param>
/// <param name="page">The official page about the call.</param>
internal abstract class Fact(string name, string expected, string wire, string page)
{
    /// <summary>The name for people.</summary>
    public string Name => name;

    /// <summary>What the library expects.</summary>
    public string Expected => expected;

    /// <summary>The fact or the operation in <c>docs/wire.md</c>.</summary>
    public string Wire => wire;

    /// <summary>The official page about the call.</summary>
    public string Page => page;

    /// <summary>Settles the fact by reads.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What the tenant shows.</returns>
    /// <exception cref="GainsightException">The tenant could not be asked.</exception>
    public abstract Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken);
}
