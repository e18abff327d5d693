using System.Diagnostics;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Benchmarks;

/// <summary>600 wrong names against an object of 2,000 fields: in a refused query, and in the rows of a preflight.</summary>
internal sealed class WrongNamesWork : IDisposable
{
    private const int Fields = 2000;
    private const int Wrong = 600;
    private const int Rows = 100;
    private const int Rounds = 15;

    private readonly GainsightEmulator _emulator = new();
    private readonly HttpMessageHandler _wire;
    private readonly GainsightClient _client;
    private readonly RecordPreflight _preflight;
    private readonly RecordQuery<Company> _query;
    private readonly Company[] _rows;

    public WrongNamesWork()
    {
        for (var i = 0; i < Fields; i++)
        {
            _emulator.Object("Company").AddField($"Field_{i}__gc", EmulatedDataType.String);
        }

        _wire = _emulator.CreateHandler();
        GainsightClientOptions options = new()
        {
            BaseAddress = _emulator.BaseAddress,
            Credential = new AccessKeyCredential(_emulator.AccessKey),
            PrimaryHandler = _wire,
        };
        _client = new(options);
        string[] names = [.. Enumerable.Range(0, Wrong).Select(i => $"Feild_{i}__gc")];
        _query = _client.Companies.Query().Select(names.Select(name => (Field)name));
        _rows = [.. Enumerable.Range(0, Rows).Select(_ => new Company { Name = "Acme" })];
        foreach (var row in _rows)
        {
            Array.ForEach(names, name => row[name] = "x");
        }

        _preflight = new(ClientContext.Create(options), CompanyFields.Definition, []);
    }

    /// <summary>The median time until the refused query has thrown its explanation, in milliseconds, the answers of the emulator included.</summary>
    public Task<double> QueryAsync() => MedianAsync(async () =>
    {
        try
        {
            await _query.FirstOrDefaultAsync();
        }
        catch (GainsightValidationException refusal) when (refusal.Errors.Count == Wrong)
        {
            return;
        }

        throw new InvalidOperationException("The query must be refused.");
    });

    /// <summary>The median time of a preflight of 100 rows that have all wrong names, in milliseconds.</summary>
    public Task<double> PreflightAsync() => MedianAsync(async () =>
    {
        await _preflight.PrepareAsync(_rows, CancellationToken.None);
        foreach (var row in _rows)
        {
            _preflight.Check(row, RecordWriteKind.Upsert);
        }
    });

    public void Dispose()
    {
        _client.Dispose();
        _wire.Dispose();
        _emulator.Dispose();
    }

    private static async Task<double> MedianAsync(Func<Task> work)
    {
        var times = new double[Rounds];
        await work();
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await work();
            times[round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Rounds / 2];
    }
}
