using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Tenants;

/// <summary>Responses with unusual dates, numbers, encodings and headers.</summary>
public sealed class ValueTenantTests
{
    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Asia/Kolkata")]
    public async Task A_day_with_an_offset_is_the_day_as_written(string zone)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.ResponseTimeZone = zone;
        tenant.Companies.Insert(("Name", "Acme"), ("RenewalDate", new DateOnly(2027, 3, 31)));

        var company = (await tenant.CreateClient().Companies.Query().Select(CompanyFields.RenewalDate).ToListAsync()).Single();

        company.RenewalDate.Should().Be(new DateOnly(2027, 3, 31));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_filter_by_a_moment_ignores_the_zone_of_the_tenant(bool first)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.FilterTimeZone = "Europe/Berlin";
        tenant.Emulator.Switches.RepeatedHourIsFirst = first;
        tenant.Companies.Insert(("Name", "summer"), ("ModifiedDate", new DateTimeOffset(2026, 10, 25, 0, 45, 0, TimeSpan.Zero)));
        tenant.Companies.Insert(("Name", "winter"), ("ModifiedDate", new DateTimeOffset(2026, 10, 25, 1, 45, 0, TimeSpan.Zero)));

        var found = await tenant.CreateClient().Companies.Query()
            .Where(CompanyFields.ModifiedDate.GreaterThan(new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero))).ToListAsync();

        found.Select(row => row.Name).Should().Equal("winter");
    }

    [Fact]
    public async Task Numbers_that_come_as_text_are_numbers()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.NumbersAreText = true;
        tenant.Companies.Insert(("Name", "Acme"), ("Arr", 12.50m));

        (await tenant.CreateClient().Companies.Query().Select(CompanyFields.Arr).ToListAsync()).Single().Arr.Should().Be(12.50m);
    }

    [Fact]
    public async Task Data_as_the_documentation_shows_it_is_read()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.QueryData = QueryDataForm.AsDocumented;
        tenant.Companies.Insert(("Name", "Acme"));

        (await tenant.CreateClient().Companies.Query().ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_tenant_without_a_date_header_is_read_and_written()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.SendsDate = false;
        var gainsight = tenant.CreateClient();

        (await gainsight.Companies.InsertAsync([new Company { Name = "Acme" }])).AllSucceeded.Should().BeTrue();
        (await gainsight.Companies.Query().ToListAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData(TextEncodingForm.Utf8)]
    [InlineData(TextEncodingForm.Utf8WithMark)]
    [InlineData(TextEncodingForm.Utf16)]
    [InlineData(TextEncodingForm.Latin1)]
    [InlineData(TextEncodingForm.Latin1Undeclared)]
    public async Task A_response_in_another_encoding_is_read_or_refused(TextEncodingForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.ResponseEncoding = form;
        tenant.Companies.Insert(("Name", "Acme"), ("Arr", 5m));
        var gainsight = tenant.CreateClient();

        var read = await OrRefusedAsync(async () => (await gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr).ToListAsync())
            .Select(row => $"{row.Name} {row.Arr}").ToList());

        read.Should().Match<List<string>?>(rows => rows == null || (rows.Count == 1 && rows[0] == "Acme 5"));
    }

    [Theory]
    [InlineData(TextEncodingForm.Utf8WithMark)]
    [InlineData(TextEncodingForm.Utf16)]
    [InlineData(TextEncodingForm.Latin1)]
    public async Task A_response_whose_encoding_is_declared_is_read_with_all_its_characters(TextEncodingForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.ResponseEncoding = form;
        tenant.Companies.Insert(("Name", "Müller & Söhne"), ("Arr", 5m));
        var gainsight = tenant.CreateClient();

        (await gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr).ToListAsync())
            .Should().ContainSingle().Which.Should().Match<Company>(row => row.Name == "Müller & Söhne" && row.Arr == 5m);
        (await gainsight.Companies.UpsertAsync(new Company { Name = "Müller & Söhne", Arr = 6m }, CompanyFields.Name)).Status.Should().Be(RowStatus.Updated);
        var failed = await gainsight.Companies.InsertAsync(new Company { Name = "Bad", Stage = "Überall" });
        failed.Errors[0].Should().Match<RecordError>(error => error.Code == "GSOBJ_1012" && error.InvalidValue == "Überall");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_after_a_byte_order_mark_is_used_or_refused(bool mark)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.TokenHasByteOrderMark = mark;
        tenant.Emulator.AddClient("id", "secret");
        tenant.Companies.Insert(("Name", "Acme"));
        var gainsight = tenant.CreateClient(options => options.Credential = new ClientCredentialsCredential("id", "secret"));

        var read = await OrRefusedAsync(async () => (await gainsight.Companies.Query().ToListAsync()).Select(row => row.Name).ToList());

        read.Should().Match<List<string?>?>(names => (names == null && mark) || (names!.Count == 1 && names[0] == "Acme"));
    }

    private static async Task<List<T>?> OrRefusedAsync<T>(Func<Task<List<T>>> read)
    {
        try
        {
            return await read();
        }
        catch (GainsightException)
        {
            return null;
        }
    }
}
