using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>A copy of rows in a file.</summary>
public sealed class RecordCopyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copy").FullName;

    private string File => Path.Combine(_folder, "companies.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_change_comes_with_the_row_as_it_was_also_after_a_restart()
    {
        await using var tenant = await Tenant.StartAsync();
        string[] gsids = [tenant.Companies.Insert(("Name", "Acme"), ("Arr", 10.50m), ("RenewalDate", new DateOnly(2027, 3, 31))), tenant.Companies.Insert(("Name", "Globex"))];

        var first = await UpdateAsync(tenant);
        tenant.Companies.Update(gsids[0], ("Arr", 20m));
        tenant.Companies.Delete(gsids[1]);
        var added = tenant.Companies.Insert(("Name", "Initech"));
        var second = await UpdateAsync(tenant);
        var third = await UpdateAsync(tenant);

        first.Select(change => (change.Kind, change.Key, change.Before)).Should().BeEquivalentTo(gsids.Select(gsid => (ChangeKind.Created, gsid, (Company?)null)));
        second.Select(change => (change.Kind, change.Key)).Should().BeEquivalentTo(
            [(ChangeKind.Deleted, gsids[1]), (ChangeKind.Updated, gsids[0]), (ChangeKind.Created, added)]);
        var changed = second.Single(change => change.Kind == ChangeKind.Updated);
        (changed.Before!.Arr, changed.After!.Arr).Should().Be((10.50m, 20m));
        changed.Before.RenewalDate.Should().Be(new DateOnly(2027, 3, 31));
        changed.BeforeAt.Should().NotBeNull();
        second.Single(change => change.Kind == ChangeKind.Deleted).Before!.Name.Should().Be("Globex");
        third.Should().BeEmpty();
        using var copy = new RecordCopy<Company>(File);
        copy.Rows.Values.Select(company => company.Name).Should().BeEquivalentTo("Acme", "Initech");
    }

    [Fact]
    public async Task Changes_that_were_not_saved_come_again_with_the_same_former_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"), ("Arr", 1m));
        await UpdateAsync(tenant);
        tenant.Companies.Update(gsid, ("Arr", 2m));

        var lost = await UpdateAsync(tenant, save: false);
        tenant.Companies.Update(gsid, ("Arr", 3m));
        var again = await UpdateAsync(tenant);

        lost.Should().ContainSingle().Which.After!.Arr.Should().Be(2m);
        var change = again.Should().ContainSingle().Which;
        (change.Before!.Arr, change.After!.Arr, change.BeforeAt).Should().Be((1m, 3m, lost[0].BeforeAt));
    }

    [Fact]
    public async Task A_loop_that_is_left_continues_with_the_next_update()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 5);

        (await UpdateAsync(tenant, most: 2)).Should().HaveCount(2);
        (await UpdateAsync(tenant, most: 2)).Should().HaveCount(2);
        (await UpdateAsync(tenant)).Should().ContainSingle();
        using var copy = new RecordCopy<Company>(File);
        copy.Rows.Should().HaveCount(5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_copy_that_is_too_old_is_read_again_and_tells_what_is_gone(bool isInterrupted)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 4);
        await UpdateAsync(tenant);
        tenant.Companies.Delete(gsids[1]);
        tenant.Clock.Advance(TimeSpan.FromDays(20));
        tenant.Companies.Update(gsids[2], ("Name", "changed"));
        tenant.Companies.Update(gsids[3], ("Name", "changed too"));

        var changes = await UpdateAsync(tenant, most: isInterrupted ? 1 : int.MaxValue);
        if (isInterrupted)
        {
            changes.AddRange(await UpdateAsync(tenant));
        }

        changes.Select(change => (change.Kind, change.Key)).Should().BeEquivalentTo(
            [(ChangeKind.Updated, gsids[2]), (ChangeKind.Updated, gsids[3]), (ChangeKind.Deleted, gsids[1])]);
        (await UpdateAsync(tenant)).Should().BeEmpty();
        using var copy = new RecordCopy<Company>(File);
        copy.Rows.Keys.Should().BeEquivalentTo(gsids[0], gsids[2], gsids[3]);
    }

    [Fact]
    public async Task A_copy_of_recent_rows_that_is_too_old_keeps_the_rows_that_it_cannot_judge()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 2);
        await UpdateAsync(tenant, begin: tenant.Clock.GetUtcNow().AddDays(-1));
        tenant.Companies.Delete(gsids[0]);
        tenant.Clock.Advance(TimeSpan.FromDays(20));

        (await UpdateAsync(tenant, begin: tenant.Clock.GetUtcNow().AddDays(-1))).Should().BeEmpty();
        using var copy = new RecordCopy<Company>(File);
        copy.Rows.Should().HaveCount(2);
    }

    [Fact]
    public async Task Rows_of_a_query_with_labels_hold_the_labels_also_after_a_restart()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"), ("Stage", "Adopting"));
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Stage).WithLabels();
        await UpdateAsync(tenant, gainsight, query);
        tenant.Companies.Update(gsid, ("Stage", "Will Churn"));

        var change = (await UpdateAsync(tenant, gainsight, query)).Should().ContainSingle().Which;

        (change.Before!.Stage, change.After!.Stage).Should().Be(("Adopting", "Will Churn"));
    }

    [Fact]
    public void A_file_that_is_open_is_refused_and_free_again_when_it_is_closed()
    {
        var open = new RecordCopy<Company>(File);

        ((Action)(() => _ = new RecordCopy<Company>(File))).Should().Throw<IOException>();
        open.Dispose();
        new RecordCopy<Company>(File).Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.99)]
    public async Task A_file_that_was_cut_off_is_refused_with_the_remedy_and_stays_as_it_is(double part)
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 3);
        await UpdateAsync(tenant);
        var whole = await System.IO.File.ReadAllTextAsync(File);
        var cut = whole[..(int)((whole.Length - 1) * part)];
        await System.IO.File.WriteAllTextAsync(File, cut);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            ((Action)(() => _ = new RecordCopy<Company>(File))).Should().Throw<InvalidDataException>().WithMessage("*companies.jsonl is damaged*delete it to read everything again*");
        }

        (await System.IO.File.ReadAllTextAsync(File)).Should().Be(cut);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"checkpoint":5,"rows":0,"unseen":[]}""")]
    [InlineData("""{"checkpoint":null,"rows":1,"unseen":[]}|{"key":null,"at":null,"row":{}}""")]
    [InlineData("""{"checkpoint":null,"rows":1,"unseen":[]}|{"key":"1","at":"x","row":[]}""")]
    public void A_file_that_is_no_copy_is_refused_with_the_remedy(string lines)
    {
        System.IO.File.WriteAllLines(File, lines.Split('|'));

        ((Action)(() => _ = new RecordCopy<Company>(File))).Should().Throw<InvalidDataException>().WithMessage("*companies.jsonl is damaged*delete it to read everything again*");
    }

    [Fact]
    public async Task A_save_that_is_cancelled_leaves_the_file_as_it_was()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 3);
        await UpdateAsync(tenant);
        var before = await System.IO.File.ReadAllTextAsync(File);
        using var copy = new RecordCopy<Company>(File);

        await ((Func<Task>)(() => copy.SaveAsync(new CancellationToken(canceled: true)))).Should().ThrowAsync<OperationCanceledException>();

        (await System.IO.File.ReadAllTextAsync(File)).Should().Be(before);
    }

    [Fact]
    public async Task A_file_of_another_filter_is_refused()
    {
        await using var tenant = await Tenant.StartAsync();
        await UpdateAsync(tenant);
        var gainsight = tenant.CreateClient();

        await ((Func<Task>)(() => UpdateAsync(tenant, gainsight, gainsight.Companies.Query().Where(CompanyFields.Name.EqualTo("Acme")))))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*another filter*");
    }

    private Task<List<CopyChange<Company>>> UpdateAsync(Tenant tenant, bool save = true, int most = int.MaxValue, DateTimeOffset? begin = null)
    {
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr, CompanyFields.RenewalDate);
        return UpdateAsync(tenant, gainsight, query, save, most, begin);
    }

    private async Task<List<CopyChange<Company>>> UpdateAsync(
        Tenant tenant, GainsightClient gainsight, RecordQuery<Company> query, bool save = true, int most = int.MaxValue, DateTimeOffset? begin = null)
    {
        tenant.Clock.Advance(Feed.Settled);
        using var copy = new RecordCopy<Company>(File) { Begin = begin is { } time ? ChangeCheckpoint.BeginningAt(time) : ChangeCheckpoint.Beginning };
        var changes = new List<CopyChange<Company>>();
        await foreach (var change in copy.UpdateAsync(gainsight.Changes, query))
        {
            changes.Add(change);
            if (changes.Count == most)
            {
                break;
            }
        }

        if (save)
        {
            await copy.SaveAsync();
        }

        return changes;
    }
}
