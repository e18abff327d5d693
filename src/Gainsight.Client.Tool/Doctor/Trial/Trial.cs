using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>
/// Temporary companies, by which the facts are settled that only writes settle. Their names start with a text that no other row has: only such rows are
/// changed and deleted.
/// </summary>
/// <param name="tenant">The tenant, by a client that may write.</param>
/// <param name="time">The clock.</param>
internal sealed partial class Trial(Examination tenant, TimeProvider time)
{
    private const string Path = "/v1/data/objects/Company";

    // A lag of up to 31 seconds is seen, with six queries.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(16);

    private readonly List<TrialRow> _rows = [];
    private readonly HashSet<string> _gsids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private string? _numberField;
    private bool _isTouched;

    /// <summary>How the names of the rows start.</summary>
    public string Marker { get; } = $"gainsight-doctor {RandomNumberGenerator.GetHexString(12, lowercase: true)}";

    /// <summary>The rows that were sent, in their order. Rows of a refused insert are not among them.</summary>
    public IReadOnlyList<TrialRow> Rows => _rows;

    /// <summary>Whether the first rows are there, which the facts use.</summary>
    public bool IsReady => Inserted is { IsRefused: false } && _rows.TrueForAll(row => row.Gsid is not null);

    /// <summary>How long after an insert a query showed its rows. Zero if the first one did.</summary>
    public TimeSpan Lag { get; private set; }

    /// <summary>The answer to the first insert, or null.</summary>
    public Answer? Inserted { get; set; }

    /// <summary>The answer to an update of a good and a bad row, or null.</summary>
    public Answer? BadRow { get; set; }

    /// <summary>The name of a row.</summary>
    /// <param name="label">What tells it from the other ones. The first letter must be its own.</param>
    /// <returns>The name.</returns>
    public string NameOf(string label) => $"{Marker} {label} temporary";

    /// <summary>Whether a request may be sent: it writes companies, or deletes one of the trial.</summary>
    /// <param name="request">The request.</param>
    /// <returns>True if it may be sent.</returns>
    public bool Allows(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        return request.Method == HttpMethod.Delete
            ? path.StartsWith($"{Path}/", StringComparison.Ordinal) && _gsids.Contains(Uri.UnescapeDataString(path[(Path.Length + 1)..]))
            : (request.Method == HttpMethod.Post || request.Method == HttpMethod.Put) && path == Path;
    }

    /// <summary>Inserts rows.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    public async Task<Answer> InsertAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        // The rows may exist from now on, whatever happens to the answer.
        List<TrialRow> rows = [.. names.Select(name => new TrialRow(name))];
        _rows.AddRange(rows);
        var sent = tenant.Record.Sent;
        Answer answer;
        try
        {
            answer = await WriteAsync(HttpMethod.Post, Path, names.Select(name => new JsonObject { ["Name"] = name }), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (tenant.Record.Sent == sent || exception is GainsightException { MayHaveBeenProcessed: false })
        {
            _ = _rows.RemoveAll(rows.Contains);
            throw;
        }
        finally
        {
            _isTouched |= tenant.Record.Sent > sent;
        }

        foreach (var gsid in Gsids(answer))
        {
            _ = _gsids.Add(gsid);
        }

        if (answer.IsRefused)
        {
            _ = _rows.RemoveAll(rows.Contains);
        }

        return answer;
    }

    /// <summary>Updates rows by their names.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="records">A name and a number for each. A text in place of the number makes a bad row.</param>
    /// <returns>The answer.</returns>
    public async Task<Answer> UpdateAsync(CancellationToken cancellationToken, params (string Name, JsonNode Number)[] records)
    {
        if (records.Any(record => !IsOurs(record.Name)))
        {
            throw new InvalidOperationException("A key is not that of a temporary row.");
        }

        var field = await NumberFieldAsync(cancellationToken).ConfigureAwait(false);
        return await WriteAsync(
            HttpMethod.Put, $"{Path}?keys=Name", records.Select(record => new JsonObject { ["Name"] = record.Name, [field] = record.Number }), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a row.</summary>
    /// <param name="gsid">Its GSID.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    public async Task<Answer> DeleteAsync(string gsid, CancellationToken cancellationToken)
    {
        var answer = await tenant.WriteAsync(HttpMethod.Delete, $"{Path}/{Uri.EscapeDataString(gsid)}", null, canRepeat: true, cancellationToken).ConfigureAwait(false);
        if (!answer.IsRefused || answer.FoundNothing)
        {
            _ = _deleted.Add(gsid);
        }

        return answer;
    }

    /// <summary>Waits until a query shows every row. Some tenants show new rows late.</summary>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>A task.</returns>
    public async Task AwaitRowsAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var wait = TimeSpan.FromSeconds(1); ; wait *= 2)
        {
            var isReadable = await ReadAsync(cancellationToken).ConfigureAwait(false) is not null;
            if (_rows.TrueForAll(row => row.Gsid is not null))
            {
                Lag = wait > TimeSpan.FromSeconds(1) ? time.GetElapsedTime(started) : Lag;
                return;
            }

            if (!isReadable || wait > LongestWait)
            {
                return;
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the numbers of rows, once the writes before are visible.</summary>
    /// <param name="name">The name of the rows.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The numbers. A row without one is left out.</returns>
    public async Task<IReadOnlyList<int>> NumbersAsync(string name, CancellationToken cancellationToken)
    {
        if (Lag > TimeSpan.Zero)
        {
            await Task.Delay(Lag, time, cancellationToken).ConfigureAwait(false);
        }

        _ = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var field = await NumberFieldAsync(cancellationToken).ConfigureAwait(false);
        return [.. _rows.Where(row => row.Name == name).Select(row => Sample.Value(row.Stored, field))
            .Where(value => value.ValueKind is JsonValueKind.Number or JsonValueKind.String)
            .Select(value => decimal.TryParse(value.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? (int)number : -1)];
    }

    /// <summary>The GSIDs of an answer to a write, in its order.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The GSIDs.</returns>
    public static IReadOnlyList<string> Gsids(Answer answer) =>
        answer.IsRefused ? [] : [.. (answer.Rows ?? []).Select(row => Sample.Text(row, "Gsid")).OfType<string>()];

    private bool IsOurs(string name) => name.TrimStart().StartsWith(Marker, StringComparison.OrdinalIgnoreCase);

    private Task<Answer> WriteAsync(HttpMethod method, string path, IEnumerable<JsonObject> records, CancellationToken cancellationToken) =>
        tenant.WriteAsync(method, path, new JsonObject { ["records"] = new JsonArray([.. records]) }.ToJsonString(), canRepeat: false, cancellationToken);

    /// <summary>A field for numbers that updates may set.</summary>
    private async Task<string> NumberFieldAsync(CancellationToken cancellationToken)
    {
        if (_numberField is null)
        {
            var description = await tenant.DescribeAsync("Company", cancellationToken).ConfigureAwait(false);
            string[] fields = [.. (description?.Fields ?? [])
                .Where(field => field.DataType == DataType.Number && field is { IsUpdateable: true, IsReadOnly: false, IsFormula: false, IsHidden: false })
                .Select(field => field.Name)];
            _numberField = fields.FirstOrDefault(name => name == "Employees") ?? fields.FirstOrDefault() ?? "Employees";
        }

        return _numberField;
    }

    /// <summary>Reads the rows that are there, and keeps what they are like. Null if no query shows them.</summary>
    private async Task<IReadOnlyList<(string Name, string Gsid)>?> ReadAsync(CancellationToken cancellationToken)
    {
        var field = await NumberFieldAsync(cancellationToken).ConfigureAwait(false);
        var query = new Query("Gsid", "Name", field) { Conditions = [new("Name", "STARTS_WITH", Marker)] };
        var answer = await tenant.QueryAsync("Company", query, cancellationToken, again: true).ConfigureAwait(false);
        List<(string Name, string Gsid)> there = [];
        foreach (var stored in answer.Rows ?? [])
        {
            // A tenant that ignores the filter would show rows of others: these prove nothing, and must not be touched.
            if (Sample.Text(stored, "Name") is not { } name || !IsOurs(name) || Sample.Text(stored, "Gsid") is not { Length: > 0 } gsid)
            {
                return null;
            }

            there.Add((name, gsid));
            _ = _gsids.Add(gsid);
            if ((_rows.Find(row => row.Gsid == gsid) ?? _rows.Find(row => row.Gsid is null && Label(row.Name) == Label(name))) is { } row)
            {
                (row.Gsid, row.Stored) = (gsid, stored);
            }
        }

        return answer.Rows is null ? null : there;
    }

    /// <summary>The letter after the marker. The rest of a name may be stored in another way.</summary>
    private char Label(string name) => char.ToUpperInvariant(name.TrimStart().ElementAtOrDefault(Marker.Length + 1));
}
