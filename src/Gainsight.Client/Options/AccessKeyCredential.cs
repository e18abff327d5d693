using System.Diagnostics;

namespace Gainsight.Client;

/// <summary>The access key of a "Gainsight API" connection, sent as the <c>Accesskey</c> header.</summary>
/// <remarks>
/// <para>
/// An organization has one access key. It does not expire; generating another one replaces it, and calls with the old one
/// then fail (Gainsight "Generate REST API Key" documentation). The connection may carry an allow-list of addresses.
/// </para>
/// <para>Thread-safe. One credential may be used by several clients of the same tenant.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AccessKeyCredential : GainsightCredential
{
    private volatile string _key;

    /// <summary>Creates the credential.</summary>
    /// <param name="key">The key from Administration &gt; Connectors 2.0 &gt; Create Connection &gt; "Gainsight API".</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty, or contains white space or a character that no header can carry.</exception>
    public AccessKeyCredential(string key) => _key = CheckSecret(key, nameof(key), "access key");

    internal string Key => _key;

    /// <summary>Replaces the key, after it was regenerated in Gainsight. Every attempt sent from now on carries the new key, retries included.</summary>
    /// <param name="key">The new key.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty, or contains white space or a character that no header can carry.</exception>
    public void Update(string key) => _key = CheckSecret(key, nameof(key), "access key");

    /// <summary>The type's name, without the key.</summary>
    /// <returns><c>AccessKeyCredential</c>.</returns>
    public override string ToString() => nameof(AccessKeyCredential);
}
