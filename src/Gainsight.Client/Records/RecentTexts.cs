namespace Gainsight.Client;

/// <summary>Recognises texts that come again, in memory that does not grow with their number: the latest of them are remembered.</summary>
/// <param name="least">At least so many are, and at most twice as many.</param>
internal sealed class RecentTexts(int least)
{
    private HashSet<string> _earlier = new(StringComparer.Ordinal);
    private HashSet<string> _latest = new(StringComparer.Ordinal);

    /// <summary>Remembers a text; false when it is remembered already.</summary>
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
