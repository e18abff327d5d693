namespace Gainsight.Client.Tool;

/// <summary>Tells at most once a second how far a command is. On a terminal, a line replaces the one before.</summary>
internal sealed class Progress(ToolHost host)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _sync = new();
    private readonly bool _isTerminal = host.ErrorConsole.Profile.Out.IsTerminal;
    private long _last = host.Time.GetTimestamp();
    private bool _hasLine;

    /// <summary>Tells the state, if it is time.</summary>
    /// <param name="text">Makes the text.</param>
    public void Tell(Func<string> text)
    {
        lock (_sync)
        {
            var now = host.Time.GetTimestamp();
            if (host.Time.GetElapsedTime(_last, now) < Interval)
            {
                return;
            }

            _last = now;
            Write(text());
        }
    }

    /// <summary>Ends the line that is shown, before anything else is written.</summary>
    public void End()
    {
        lock (_sync)
        {
            if (_hasLine)
            {
                host.Error.WriteLine();
                _hasLine = false;
            }
        }
    }

    private void Write(string text)
    {
        if (_isTerminal)
        {
            // Clears the rest of the line, which may have been longer.
            host.Error.Write($"\r{text}\u001b[K");
            _hasLine = true;
        }
        else
        {
            host.Error.WriteLine(text);
        }
    }
}
