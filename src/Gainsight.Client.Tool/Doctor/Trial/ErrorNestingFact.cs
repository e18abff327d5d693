namespace Gainsight.Client.Tool.Doctor;

/// <summary>How the errors of rows are nested.</summary>
internal sealed class ErrorNestingFact(Trial trial) : TrialFact(trial, "Nesting of errors", "flat, or one list for each row", "Nesting of `data.errors`")
{
    /// <inheritdoc/>
    protected override Task<Finding> SettleAsync(CancellationToken cancellationToken) => Task.FromResult(
        Trial.BadRow is not { } answer ? Finding.Needs("the answer to a bad row")
        : ErrorList.Of(answer).Form is { } form ? Finding.Expected(form)
        : Finding.Learned("no list", "The library finds bad rows by sending the others again, which costs calls."));
}
