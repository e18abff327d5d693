using System.Runtime.CompilerServices;
using Gainsight.Client;

namespace QuickStart;

/// <summary>The main job, step by step: connect, write, write again, query, delete, and show the outcome of every row and the quota used.</summary>
internal sealed class Tour(TargetTenant tenant)
{
    private static readonly Field<string> CsmEmail = CompanyFields.Csm.Then(UserFields.Email);

    private readonly GainsightClient _gainsight = tenant.Gainsight;
    private readonly List<RowOutcome<Company>> _firstRun = [];
    private readonly List<RowOutcome<Company>> _secondRun = [];
    private readonly List<RowOutcome<Company>> _cancelled = [];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var isComplete = false;
        try
        {
            isComplete = await WorkAsync(cancellationToken);
        }
        catch (WriteCanceledException canceled)
        {
            ShowWhatIsWritten(canceled);
            throw;
        }
        finally
        {
            if (!tenant.IsEmulator)
            {
                isComplete &= await DeleteAllAsync();
            }
        }

        CostTable.Show(_gainsight.Quota);
        return isComplete ? ExitCode.Success : ExitCode.Failed;
    }

    private async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await ConnectAsync(cancellationToken);
        var isComplete = await FirstRunAsync(cancellationToken);
        if (isComplete)
        {
            await SecondRunAsync(cancellationToken);
            await QueryAsync(cancellationToken);
            isComplete = !tenant.IsEmulator || await DeleteChurnedAsync(cancellationToken);
        }

        OutcomeList.ShowFailures("Rows of the first run that did not succeed", _firstRun);

        // The same rows of the file fail again, so their reasons are not shown twice.
        HashSet<long> known = [.. _firstRun.Where(row => row.Status == RowStatus.Failed).Select(row => row.Index)];
        OutcomeList.ShowFailures("Other rows of the second run that did not succeed", [.. _secondRun.Where(row => !known.Contains(row.Index))]);
        return isComplete;
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        Screen.Heading("Connection");
        var connection = await _gainsight.CheckConnectionAsync(cancellationToken);
        Screen.Line($"{connection.BaseAddress.Host} accepts the key and has {connection.ObjectCount} objects{(tenant.IsEmulator ? " (an emulator inside this process)" : "")}.");
    }

    private async Task<bool> FirstRunAsync(CancellationToken cancellationToken)
    {
        Screen.Heading("First run: companies.csv, as a list");
        List<Company> companies = [.. CompanyFile.Read(tenant)];
        var report = await ProgressBar.RunAsync("Upsert", progress =>
            _gainsight.Companies.UpsertAsync(companies, CompanyFields.Name, new WriteOptions { Progress = progress }, cancellationToken));
        _firstRun.AddRange(report.Rows);
        OutcomeList.ShowCounts(_firstRun);
        Screen.Line($"{companies.Count} rows took {report.Calls} calls and {report.Elapsed.TotalSeconds:0.0} s.");
        return IsComplete(report);
    }

    private async Task SecondRunAsync(CancellationToken cancellationToken)
    {
        Screen.Heading("Second run: the same file a month later, as a stream");
        await ProgressBar.RunAsync("Upsert", async progress =>
        {
            var options = new WriteOptions { Progress = progress };
            await foreach (var row in _gainsight.Companies.UpsertStreamAsync(AMonthLaterAsync(cancellationToken), CompanyFields.Name, options, cancellationToken))
            {
                _secondRun.Add(row);
            }

            return _secondRun.Count;
        });
        OutcomeList.ShowCounts(_secondRun);
    }

    private async IAsyncEnumerable<Company> AMonthLaterAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var company in CompanyFile.Read(tenant))
        {
            cancellationToken.ThrowIfCancellationRequested();
            company.Stage = company.Stage == "Launching" ? "Launched" : company.Stage;
            yield return company;
        }

        await Task.CompletedTask;
    }

    private async Task QueryAsync(CancellationToken cancellationToken)
    {
        Screen.Heading("Query: launched customers of more than 240,000 a year");
        var filter = CompanyFields.Arr.GreaterThan(240_000m) & CompanyFields.Stage.In("Adopting", "Launched");
        if (tenant.NameMark.Length > 0)
        {
            filter &= CompanyFields.Name.EndsWith(tenant.NameMark);
        }

        var query = _gainsight.Companies.Query()
            .Select(CompanyFields.Name, CompanyFields.Arr, CompanyFields.RenewalDate, CsmEmail)
            .Where(filter);
        var customers = new CustomerTable();
        await foreach (var company in query.ReadAsync(cancellationToken))
        {
            customers.Add(company.Name, company.Arr, company.RenewalDate, company.Get(CsmEmail));
        }

        customers.Show();
    }

    private async Task<bool> DeleteChurnedAsync(CancellationToken cancellationToken)
    {
        Screen.Heading("Delete: the customers that left");
        return await DeleteAsync(_secondRun.Where(row => row.Record.Stage == "Churn"), cancellationToken);
    }

    /// <summary>Deletes everything that this run wrote to a real tenant, even if the run was incomplete.</summary>
    private async Task<bool> DeleteAllAsync()
    {
        List<RowOutcome<Company>> rows = [.. _firstRun, .. _secondRun, .. _cancelled];
        if (rows.Count == 0)
        {
            return true;
        }

        Screen.Heading("Delete: everything that was written");
        var isComplete = await DeleteAsync(rows, CancellationToken.None) && !rows.Exists(row => row.Status == RowStatus.Unknown);
        if (!isComplete)
        {
            Screen.Line($"Some may still be there: look for companies whose names end in '{tenant.NameMark.Trim()}'.");
        }

        return isComplete;
    }

    private async Task<bool> DeleteAsync(IEnumerable<RowOutcome<Company>> rows, CancellationToken cancellationToken)
    {
        List<string> gsids = [.. rows.Select(row => row.Gsid).OfType<string>().Distinct()];
        var report = await ProgressBar.RunAsync("Delete", progress =>
            _gainsight.Companies.DeleteAsync(gsids, new WriteOptions { Progress = progress }, cancellationToken));
        Screen.Line($"Deleted {report.Deleted.Count} of {gsids.Count}, one call each.");
        return IsComplete(report) && report.AllSucceeded;
    }

    private static bool IsComplete<T>(WriteReport<T> report)
    {
        if (report.StoppedBy is { } reason)
        {
            Screen.Line($"[red]Stopped[/] before the last row: {reason.Message}");
        }

        return report.StoppedBy is null;
    }

    private void ShowWhatIsWritten(WriteCanceledException canceled)
    {
        Screen.Line($"{canceled.Message}");
        if (canceled.GetReport<Company>() is not { } report)
        {
            return;
        }

        _cancelled.AddRange(report.Rows);

        // A stream had returned its first outcomes before it was cancelled. The report contains the others.
        List<RowOutcome<Company>> rows = [.. _secondRun, .. report.Rows];
        OutcomeList.ShowCounts(rows);
        OutcomeList.ShowFailures("Rows that did not succeed", rows);
    }
}
