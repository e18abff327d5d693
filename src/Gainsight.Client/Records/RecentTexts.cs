namespace Gainsight.Client;

/// <summary>Recognizes repeated texts. Memory does not grow: only the latest texts are remembered.</summary>
/// <param name="least">The minimum number of texts that are remembered. The maximum is twice as many.</param>
internal sealed class RecentTexts(int least)
{
    private HashSet<string> _earlier = new(StringComparer.Ordinal);
    private HashSet<string> _latest = new(StringComparer.Ordinal);

    /// <summary>Remembers a text. False when it is already remembered.</summary>
    public bool Add(string text)
    {
        if (_latest.Count == least)
        {
            (_earlier, _latest) = (_latest, _earlier);
            _latest.Clear();
        }

        return !_earlier.Contains(text) && _latest.Add(text);
    }
}
