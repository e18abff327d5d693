using System.Text;
using System.Text.RegularExpressions;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Benchmarks;

/// <summary>What a write does with 5,000 rows of 30 fields before it sends them: the checks of a preflight, and the comparison with the tenant's rows.</summary>
internal sealed class PreflightWork : IDisposable
{
    private readonly byte[] _page = Labelled(CompanyPage.Create());
    private readonly RecordPageReader<Company> _reader = new();
    private readonly Company[] _given;
    private readonly KeyFinder.Row[] _found;
    private readonly GainsightEmulator _emulator = new();
    private readonly HttpMessageHandler _wire;
    private readonly ClientContext _context;
    private readonly RecordPreflight _preflight;
    private readonly RowComparer _comparer;

    public PreflightWork()
    {
        foreach (var (field, type) in new[]
        {
            (CompanyPage.Region, EmulatedDataType.String), (CompanyPage.Tier, EmulatedDataType.String), ((Field)CompanyPage.Seats, EmulatedDataType.Number),
            (CompanyPage.Score, EmulatedDataType.Number), (CompanyPage.Live, EmulatedDataType.Boolean),
        })
        {
            _emulator.Object("Company").AddField(field.Name, type);
        }

        _wire = _emulator.CreateHandler();
        _context = ClientContext.Create(new GainsightClientOptions
        {
            BaseAddress = _emulator.BaseAddress,
            Credential = new AccessKeyCredential(_emulator.AccessKey),
            PrimaryHandler = _wire,
        });
        _given = [.. _reader.Read(_page).Select(Copy)];
        _found = [.. _reader.Read(_page).Select(row => new KeyFinder.Row(row.Gsid!, row, true))];
        _preflight = new(_context, CompanyFields.Definition, [CompanyFields.Name]);
        _preflight.PrepareAsync(_given.Take(1), CancellationToken.None).GetAwaiter().GetResult();
        if (_preflight.Check(_given[0], RecordWriteKind.Update) is { Count: > 0 } errors)
        {
            throw new InvalidOperationException($"The rows must be good: {string.Join("; ", errors.Select(error => error.Message))}");
        }

        _comparer = new(_context, CompanyFields.Definition, [CompanyFields.Name], isThorough: false);
    }

    /// <summary>The parse of the page that a keyed read gets.</summary>
    public int Parse() => _reader.Read(_page).Count;

    /// <summary>Checks each row and compares it with the tenant's row, which is equal.</summary>
    public int CheckAndCompare()
    {
        var same = 0;
        for (var i = 0; i < _given.Length; i++)
        {
            same += _preflight.Check(_given[i], RecordWriteKind.Update).Count;
            same += _comparer.HasAll(_given[i], _found[i]) ? 1 : 0;
        }

        return same;
    }

    public void Dispose()
    {
        _wire.Dispose();
        _emulator.Dispose();
    }

    /// <summary>The page with items of the picklists that the emulator's tenant has.</summary>
    private static byte[] Labelled(byte[] page)
    {
        var text = Encoding.UTF8.GetString(page);
        foreach (var (field, label) in new[] { ("Stage", "Adopting"), ("Status", "Active"), ("CompanyType", "Enterprise"), ("ManagedAs", "Customer") })
        {
            text = Regex.Replace(text, $"\"{field}\":\"[^\"]*\"", $"\"{field}\":\"{label}\"");
        }

        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>The row as an application gives it, with the fields that a write may set.</summary>
    private static Company Copy(Company row)
    {
        Company copy = new()
        {
            Name = row.Name,
            Arr = row.Arr,
            Mrr = row.Mrr,
            Employees = row.Employees,
            Users = row.Users,
            CustomerLifetimeInMonths = row.CustomerLifetimeInMonths,
            LifecycleInWeeks = row.LifecycleInWeeks,
            OriginalContractDate = row.OriginalContractDate,
            RenewalDate = row.RenewalDate,
            Stage = row.Stage,
            Status = row.Status,
            CompanyType = row.CompanyType,
            ManagedAs = row.ManagedAs,
            Industry = row.Industry,
            IndustryNew = row.IndustryNew,
            Csm = row.Csm,
            ParentCompany = row.ParentCompany,
            BillingAddress = row.BillingAddress,
            Summary = row.Summary,
            TickerSymbol = row.TickerSymbol,
            SfdcAccountId = row.SfdcAccountId,
            CurrencyIsoCode = row.CurrencyIsoCode,
        };
        copy.Set(CompanyPage.Region, row.Get(CompanyPage.Region));
        copy.Set(CompanyPage.Tier, row.Get(CompanyPage.Tier));
        copy.Set(CompanyPage.Seats, row.Get(CompanyPage.Seats));
        copy.Set(CompanyPage.Score, row.Get(CompanyPage.Score));
        copy.Set(CompanyPage.Live, row.Get(CompanyPage.Live));
        return copy;
    }
}
