using System.Text.Json;

namespace Gainsight.Client.AotSmoke;

/// <summary>Runs the main paths in a native binary against an emulator without companies. Shows code that was trimmed by mistake.</summary>
internal sealed class Smoke(GainsightClient gainsight, AccessKeyCredential credential)
{
    private const int Rows = 120;

    private static readonly Field<string> CsmEmail = CompanyFields.Csm.Then(UserFields.Email);
    private static readonly Field<decimal> Seats = Field.Custom<decimal>("Seats__gc");

    private readonly List<string> _failures = [];
    private int _checks;

    /// <summary>Runs the checks and prints the result. The exit code is 1 if a check failed.</summary>
    public async Task<int> RunAsync()
    {
        try
        {
            var connection = await gainsight.CheckConnectionAsync();
            Check(connection.ObjectCount > 0, "The tenant lists no objects.");

            await WriteAsync();
            await QueryAsync();
            await UseCustomObjectAsync();
            await UseTypedObjectAsync();
            await UseGeneratedObjectAsync();
            await LinkPersonAsync();
            await RefuseAsync();
            RoundTrip();
        }
        catch (GainsightException failure)
        {
            _failures.Add($"{failure.GetType().Name}: {failure.Message}");
        }

        Console.WriteLine(_failures.Count == 0 ? $"AOT smoke passed: {_checks} checks." : $"AOT smoke failed: {string.Join(' ', _failures)}");
        return _failures.Count == 0 ? 0 : 1;
    }

    private static Company Row(int index) => new()
    {
        Name = $"Company {index}",
        Arr = index * 1000m,
        Stage = index % 2 == 0 ? "Adopting" : "Launched",
        RenewalDate = new DateOnly(2027, 3, 31),
        Tags = ["Beta"],
    };

    private async Task WriteAsync()
    {
        var inserted = await gainsight.Companies.InsertAsync(Enumerable.Range(0, Rows).Select(Row));
        Check(inserted.Inserted.Count == Rows, "Not every row was inserted.");

        var bad = Row(3);
        bad.Stage = "Orbiting";
        var upserted = await gainsight.Companies.UpsertAsync([Row(1), bad, Row(Rows)], CompanyFields.Name);
        Check(upserted.Rows[0].Status == RowStatus.Updated, "The known row was not updated.");
        Check(upserted.Failed.Count == 1 && upserted.Rows[1].Errors[0].Code == "GSOBJ_1012", "The bad row was not named.");
        Check(upserted.Rows[2].Status == RowStatus.Inserted, "The new row was not inserted.");

        var linked = new Company { Name = "Company 1" };
        linked.SetLookup(CompanyFields.Csm, UserFields.Email, "rhea@northwind.example");
        var updated = await gainsight.Companies.UpdateAsync([linked], CompanyFields.Name);
        Check(updated.AllSucceeded, "The lookup was not written.");
    }

    private async Task QueryAsync()
    {
        var count = 0;
        var query = gainsight.Companies.Query()
            .Select(CompanyFields.Name, CompanyFields.Arr, CompanyFields.RenewalDate, CsmEmail)
            .Where(CompanyFields.Arr.GreaterThanOrEqualTo(1000m) & CompanyFields.Stage.In("Launched"));
        await foreach (var company in query.ReadAsync(new ReadOptions { PageSize = 25 }))
        {
            count++;
            var isLinked = company.Name == "Company 1";
            Check(company.Arr >= 1000m && company.RenewalDate == new DateOnly(2027, 3, 31), "A value did not come back.");
            Check(company.Get(CsmEmail) == (isLinked ? "rhea@northwind.example" : null), "The dot path did not come back.");
        }

        Check(count == Rows / 2, $"The query found {count} rows.");
    }

    private async Task UseCustomObjectAsync()
    {
        var assets = gainsight.Objects("Asset__gc");
        var report = await assets.InsertAsync([new ObjectRecord { ["Name"] = "Lathe", ["Seats__gc"] = 12.5m, ["In_Use__gc"] = true }]);
        var asset = await assets.GetAsync(report.Rows[0].Gsid!);
        Check(asset?.Get(Seats) == 12.5m && asset["In_Use__gc"] is true, "The custom object did not come back.");

        var deleted = await assets.DeleteAsync(report.Rows[0].Gsid!);
        Check(deleted.Status == RowStatus.Deleted && await assets.GetAsync(report.Rows[0].Gsid!) is null, "The row was not deleted.");
    }

    private async Task UseTypedObjectAsync()
    {
        var assets = gainsight.Objects<SmokeAsset>();
        var report = await assets.InsertAsync([new SmokeAsset { Seats = 7m }]);
        var asset = await assets.Query().Where(SmokeAsset.SeatsField.EqualTo(7m)).FirstOrDefaultAsync();
        Check(asset?.Seats == 7m && asset.Gsid == report.Rows[0].Gsid, "The typed object did not come back.");
    }

    private async Task UseGeneratedObjectAsync()
    {
        var assets = gainsight.Objects<GeneratedAsset>();
        var asset = new GeneratedAsset { Name = "Drill", Seats = 9m };
        asset.SetLookup(GeneratedAssetFields.Company, CompanyFields.Name, "Company 1");
        var report = await assets.InsertAsync([asset]);
        var read = await assets.Query().Where(GeneratedAssetFields.Seats.EqualTo(9m)).FirstOrDefaultAsync();
        Check(read is { Name: "Drill", Seats: 9m, Company.Length: 36 } && read.Gsid == report.Rows[0].Gsid, "The generated object did not come back.");
    }

    private async Task LinkPersonAsync()
    {
        var at = new CompanyPerson { Title = "Head of Ops" };
        at.SetLookup(CompanyPersonFields.CompanyId, CompanyFields.Name, "Company 1");
        var outcome = await gainsight.People.UpsertAsync(new Person { Email = "ines@brightwater.example", Companies = { at } });
        var link = await gainsight.CompanyPeople.Query().FirstOrDefaultAsync();
        Check(outcome.Status == RowStatus.Upserted && link?.PersonId == outcome.Gsid && link?.Title == "Head of Ops", "The person was not linked.");
    }

    private async Task RefuseAsync()
    {
        credential.Update("replaced");
        try
        {
            await gainsight.CheckConnectionAsync();
            Check(false, "A wrong key was accepted.");
        }
        catch (GainsightAuthenticationException refusal)
        {
            Check(refusal.ErrorCode == "GS_APIG_2401", "The refusal has another code.");
        }
    }

    private void RoundTrip()
    {
        var json = JsonSerializer.Serialize(Row(7), SmokeJson.Default.Company);
        var company = JsonSerializer.Deserialize(json, SmokeJson.Default.Company);
        Check(company?.Arr == 7000m && company.IsSet(CompanyFields.Tags) && !company.IsSet(CompanyFields.Mrr), "JSON lost a value.");

        var asset = JsonSerializer.Deserialize(JsonSerializer.Serialize(new ContextAsset { Seats = 3m }, SmokeJson.Default.ContextAsset), SmokeJson.Default.ContextAsset);
        Check(asset?.Seats == 3m && !asset.IsSet(ContextAssetFields.Name), "JSON lost a value of a generated type.");
        Check(new Company { Region = "EMEA" }["Region__gc"] is "EMEA", "The extension property set another field.");
    }

    private void Check(bool isRight, string failure)
    {
        _checks++;
        if (!isRight && !_failures.Contains(failure))
        {
            _failures.Add(failure);
        }
    }
}
