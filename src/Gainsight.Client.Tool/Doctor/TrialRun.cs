namespace Gainsight.Client.Tool.Doctor;

/// <summary>Settles the facts that only writes settle, on a tenant that the user named twice.</summary>
internal static class TrialRun
{
    /// <summary>The most calls of a trial, those that delete its rows included. A run without failures needs about half of them.</summary>
    public const int MaxCalls = 70;

    private static readonly TimeSpan CleanUpLimit = TimeSpan.FromMinutes(3);

    /// <summary>Checks that the user named the tenant twice.</summary>
    /// <param name="write">The value of <c>--write</c>.</param>
    /// <param name="confirm">The value of <c>--confirm</c>.</param>
    /// <param name="address">The address of the tenant.</param>
    /// <param name="isReadOnly">Whether the settings forbid writes.</param>
    /// <returns>Whether to write.</returns>
    /// <exception cref="ToolException">The tenant is not named twice, or another one is.</exception>
    public static bool IsWanted(string? write, string? confirm, Uri address, bool isReadOnly)
    {
        if (write is null && confirm is null)
        {
            return false;
        }

        var tenant = address.Authority;
        var command = $"gainsight doctor --write {tenant} --confirm {tenant}";
        if (string.IsNullOrEmpty(write) || string.IsNullOrEmpty(confirm))
        {
            throw new ToolException($"To write temporary companies, name the tenant twice: {command}. Nothing was sent.");
        }

        foreach ((var option, var named) in new[] { ("--write", write), ("--confirm", confirm) })
        {
            if (!string.Equals(named, tenant, StringComparison.OrdinalIgnoreCase))
            {
                throw new ToolException($"{option} names '{named}', but the settings lead to '{tenant}'. If that is the tenant to write to: {command}. Nothing was sent.");
            }
        }

        return isReadOnly
            ? throw new ToolException("The settings of this tenant say ReadOnly, so doctor does not write to it. Use another profile. Nothing was sent.")
            : true;
    }

    /// <summary>Runs the trial and deletes its rows, also after a failure and after Ctrl-C.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="connect">Connects with a handler.</param>
    /// <param name="cancellationToken">Stops the trial. Its rows are deleted all the same.</param>
    /// <returns>The facts.</returns>
    public static async Task<Examined> RunAsync(ToolHost host, Func<Func<DelegatingHandler>, TenantConnection> connect, CancellationToken cancellationToken)
    {
        var record = new CallRecord();
        Trial? trial = null;
        using var connection = connect(() => new ReadingHandler(record, host.Time) { AlsoAllows = request => trial!.Allows(request) });
        var examination = new Examination(connection.Client, connection.Options, record) { IsAccepted = true };
        trial = new Trial(examination, host.Time);
        await host.TellAsync($"Writes temporary companies. Their names start with '{trial.Marker}'.").ConfigureAwait(false);
        Examined? examined = null;
        TrialEnd end;
        try
        {
            using var told = cancellationToken.Register(() => host.Error.WriteLine("Stopping. The temporary companies are deleted first."));
            examined = await new DoctorRun(examination, _ => { }).RunAsync(TrialFacts.Create(trial), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            using var limit = new CancellationTokenSource(CleanUpLimit, host.Time);
            end = await trial.CleanUpAsync(limit.Token).ConfigureAwait(false);
            if (end.Advice is { } advice)
            {
                await host.TellAsync(advice).ConfigureAwait(false);
            }
        }

        return examined with { Calls = record.Sent, Trial = end };
    }
}
