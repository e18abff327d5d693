using System.Globalization;
using Gainsight.Client;

namespace CustomObjects;

/// <summary>A company, its assets in a custom object, and its people, written and read back.</summary>
internal sealed class Tour(GainsightClient gainsight)
{
    /// <summary>Marks the sample's rows, so that none of the tenant's own rows is changed or deleted.</summary>
    private const string Mark = "(Gainsight.Client sample)";
    private const string CompanyName = $"Brightwater Labs {Mark}";
    private const string Press = $"Press {Mark}", Lathe = $"Lathe {Mark}", Drill = $"Drill {Mark}";

    private readonly ObjectClient<Asset> _assets = gainsight.Objects<Asset>();
    private readonly HashSet<string> _assetIds = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var company = await gainsight.Companies.UpsertAsync([new Company { Name = CompanyName }], CompanyFields.Name, cancellationToken);
        Show("Company", company);
        try
        {
            await WriteAssetsAsync(cancellationToken);
            await ReadAssetsAsync(cancellationToken);
            await WritePeopleAsync(cancellationToken);
        }
        finally
        {
            var assets = await _assets.DeleteAsync(_assetIds, CancellationToken.None);
            var companies = await gainsight.Companies.DeleteAsync(company.Rows.Select(row => row.Gsid).OfType<string>(), CancellationToken.None);
            Line($"Deleted {assets.Deleted.Count} assets and {companies.Deleted.Count} company. No Gainsight API call is known that deletes people.");
        }
    }

    private async Task WriteAssetsAsync(CancellationToken cancellationToken)
    {
        List<Asset> assets = [NewAsset(Press, 4), NewAsset(Lathe, 12)];
        Show("Assets, inserted with a lookup of their company", await _assets.InsertAsync(assets, cancellationToken));

        // The indexer accepts values that a property does not. The row is then reported with the reason, and the others are written.
        var bad = NewAsset(Drill, 1);
        bad["Seats__gc"] = "many";
        Show("Assets, upserted by name", await _assets.UpsertAsync([new Asset { Name = Press, Seats = 6 }, bad], AssetFields.Name, cancellationToken));
    }

    private async Task ReadAssetsAsync(CancellationToken cancellationToken)
    {
        Line($"Assets of more than 5 seats:");
        var query = _assets.Query().Where(AssetFields.Seats.GreaterThan(5m) & AssetFields.Name.EndsWith(Mark));
        await foreach (var asset in query.ReadAsync(cancellationToken))
        {
            Line($"  {asset.Name}: {asset.Seats} seats, bought {asset.PurchasedOn:yyyy-MM-dd}, company {asset.Company}");
        }
    }

    private async Task WritePeopleAsync(CancellationToken cancellationToken)
    {
        Person ines = NewPerson("ines.vale@brightwater.example", "Ines", "Head of Ops"), tom = NewPerson("tom.reed@brightwater.example", "Tom", "Buyer");
        Show("People, with their company in the same call", await gainsight.People.UpsertAsync([ines, tom, new Person { Email = "nobody" }], cancellationToken));

        var email = CompanyPersonFields.PersonId.Then(PersonFields.Email);
        var query = gainsight.CompanyPeople.Query()
            .Select(CompanyPersonFields.Title, email)
            .Where(CompanyPersonFields.CompanyId.Then(CompanyFields.Name).EqualTo(CompanyName));
        Line($"People at {CompanyName}:");
        await foreach (var person in query.ReadAsync(cancellationToken))
        {
            Line($"  {person.Get(email)}: {person.Title}");
        }
    }

    private static Asset NewAsset(string name, decimal seats)
    {
        var asset = new Asset { Name = name, Seats = seats, PurchasedOn = new DateOnly(2026, 1, 31) };
        asset.SetLookup(AssetFields.Company, CompanyFields.Name, CompanyName);
        return asset;
    }

    private static Person NewPerson(string email, string firstName, string title)
    {
        var at = new CompanyPerson { Title = title };
        at.SetLookup(CompanyPersonFields.CompanyId, CompanyFields.Name, CompanyName);
        return new Person { Email = email, FirstName = firstName, Companies = { at } };
    }

    private void Show<T>(string what, WriteReport<T> report)
    {
        Line($"{what}: {report.Rows.Count} rows, {report.Calls} calls");
        foreach (var row in report.Rows)
        {
            Line($"  {row}{(row.Errors.Count > 0 ? $": {row.Errors[0].Message}" : "")}");
        }

        if (typeof(T) == typeof(Asset))
        {
            _assetIds.UnionWith(report.Rows.Select(row => row.Gsid).OfType<string>());
        }
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
