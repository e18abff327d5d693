namespace Gainsight.Client;

/// <summary>Remembers how the last calls of a client ended. Thread-safe, without allocations for a call.</summary>
internal sealed class ConnectionTracker(TimeProvider time)
{
    private readonly object _lock = new();
    private DateTimeOffset? _lastAnswerAt;
    private DateTimeOffset? _lastFailureAt;
    private int _failuresInARow;
    private bool _isCredentialRefused;

    public ConnectionStatus Status
    {
        get
        {
            lock (_lock)
            {
                return new ConnectionStatus
                {
                    LastAnswerAt = _lastAnswerAt,
                    LastFailureAt = _lastFailureAt,
                    FailuresInARow = _failuresInARow,
                    IsCredentialRefused = _isCredentialRefused,
                };
            }
        }
    }

    /// <summary>A call got an answer of the tenant.</summary>
    public void Answered()
    {
        lock (_lock)
        {
            _lastAnswerAt = time.GetUtcNow();
            _failuresInARow = 0;
            _isCredentialRefused = false;
        }
    }

    /// <summary>A call ended with an exception.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="tenantAnswered">Whether the tenant answered, without a failure of the server.</param>
    public void Ended(Exception failure, bool tenantAnswered)
    {
        switch (failure)
        {
            case OperationCanceledException or GainsightThrottledException or GainsightQuotaExceededException:
                break;
            case GainsightApiException and not GainsightAuthenticationException when tenantAnswered:
                Answered();
                break;
            default:
                Failed(failure is GainsightAuthenticationException);
                break;
        }
    }

    private void Failed(bool isCredentialRefused)
    {
        lock (_lock)
        {
            _lastFailureAt = time.GetUtcNow();
            _failuresInARow++;
            _isCredentialRefused = isCredentialRefused;
        }
    }
}
