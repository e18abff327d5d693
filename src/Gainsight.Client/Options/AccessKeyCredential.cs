using System.Diagnostics;

namespace Gainsight.Client;

/// <summary>The access key of a "Gainsight API" connection, sent as the <c>Accesskey</c> header.</summary>
/// <remarks>
/// <para>
/// An organization has one access key. It does not expire. Generating another key replaces it, and calls with the old key
/// then fail (Gainsight "Generate REST API Key" documentation). The connection may have an allow-list of addresses.
/// </para>
/// <para>Thread-safe. Several clients of the same tenant may share one credential.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AccessKeyCredential : GainsightCredential
{
    private volatile string _key;

    /// <summary>Creates the credential.</summary>
    /// <param name="key">The key from Administration &gt; Connectors 2.0 &gt; Create Connection &gt; "Gainsight API".</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty, or contains white space or a character that is not allowed in a header.</exception>
    public AccessKeyCredential(string key) => _key = CheckSecret(key, nameof(key), "access key");

    internal string Key => _key;

    /// <summary>Replaces the key, after it was regenerated in Gainsight. From now on every attempt, including retries, uses the new key.</summary>
    /// <param name="key">The new key.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty, or contains white space or a character that is not allowed in a header.</exception>
    public void Update(string key) => _key = CheckSecret(key, nameof(key), "access key");

    /// <summary>The type's name, without the key.</summary>
    /// <returns><c>AccessKeyCredential</c>.</returns>
    public override string ToString() => nameof(AccessKeyCredential);
}
