namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Reads by offset, while rows are inserted before the current position.</summary>
public sealed class OffsetTests
{
    private static readonly ReadOptions Offset = new() { PageSize = 100, Paging = ReadPaging.Offset };

    public static TheoryData<string> Kinds => ["order", "or", "option"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rows_that_move_to_a_later_page_are_returned_once(string kind)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 1200);
        var inserted = 0;
        (var gainsight, var hook) = QueryHook.CreateClient(tenant, query =>
        {
            // More rows than a page at a time, all at the start of the order.
            for (var i = 0; query is > 1 and < 5 && i < 150; i++)
            {
                tenant.Companies.Insert(("Gsid", $"1P02AAAA{inserted:0000}".PadRight(36, '0')), ("Name", $"AAA {inserted++}"), ("Employees", -1));
            }
        });
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);
        query = kind switch
        {
            "order" => query.OrderBy(CompanyFields.Name),
            "or" => query.Where(CompanyFields.Employees.LessThan(50) | CompanyFields.Employees.GreaterThanOrEqualTo(50)),
            _ => query,
        };

        List<Company> read = [];
        var options = new ReadOptions { PageSize = 100, Paging = kind == "option" ? ReadPaging.Offset : ReadPaging.Auto };
        await foreach (var row in query.ReadAsync(options))
        {
            read.Add(row);
        }

        read.Select(row => row.Gsid).Should().OnlyHaveUniqueItems();
        gsids.Except(read.Select(row => row.Gsid)).Should().BeEmpty();
        read.Select(row => row.Name).Should().HaveCountGreaterThanOrEqualTo(1200);
        hook.Bodies[1].Should().Contain("\"offset\":100");
        if (kind == "order")
        {
            read.Where(row => !row.Name!.StartsWith("AAA", StringComparison.Ordinal)).Select(row => row.Name).Should().BeInAscendingOrder(StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task Offsets_advance_by_the_number_of_rows_received()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 10_001);
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);

        var read = await gainsight.Companies.Query().Select(CompanyFields.Name).OrderByDescending(CompanyFields.Employees).ToListAsync();

        read.Select(row => row.Gsid).Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
        hook.Bodies.Select(body => body[body.IndexOf("\"limit\"", StringComparison.Ordinal)..]).Should().Equal(
            "\"limit\":5000,\"offset\":0}", "\"limit\":5000,\"offset\":5000}", "\"limit\":5000,\"offset\":10000}");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("capped")]
    public async Task A_tenant_that_ignores_the_offset_causes_an_exception_instead_of_an_endless_read(string kind)
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 1200);
        (var gainsight, var hook) = QueryHook.CreateClient(
            tenant, NotForEver, body => body["offset"] = kind == "none" ? 0 : Math.Min((int)body["offset"]!, 200));
        List<string?> read = [];

        Func<Task> reading = async () =>
        {
            await foreach (var row in gainsight.Companies.Query().Select(CompanyFields.Name).ReadAsync(Offset))
            {
                read.Add(row.Gsid);
            }
        };

        (await reading.Should().ThrowAsync<GainsightProtocolException>()).Which.Message.Should().Contain("offset").And.Contain("Company");
        read.Should().OnlyHaveUniqueItems().And.HaveCountLessThanOrEqualTo(300);
        hook.Bodies.Count.Should().BeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_tenant_that_ignores_the_offset_is_detected_although_rows_have_no_key()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 1200).ForEach(gsid => tenant.Companies.Delete(gsid));
        (var gainsight, var hook) = QueryHook.CreateClient(tenant, NotForEver, body => body["offset"] = 0);
        var read = 0;

        Func<Task> reading = async () =>
        {
            await foreach (var row in gainsight.Objects("record_delete_log").Query().Select("RecordId", "DeletedOn").ReadAsync(Offset))
            {
                read++;
            }
        };

        await reading.Should().ThrowAsync<GainsightProtocolException>();
        read.Should().BeLessThanOrEqualTo(200);
        hook.Bodies.Count.Should().BeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task Identical_pages_of_rows_without_a_key_are_not_taken_as_an_ignored_offset()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 1250).ForEach(gsid => tenant.Companies.Delete(gsid));
        var read = 0;

        await foreach (var row in tenant.CreateClient().Objects("record_delete_log").Query().Select("ObjectName").ReadAsync(Offset))
        {
            read++;
        }

        read.Should().Be(1250);
    }

    private static void NotForEver(int query)
    {
        if (query > 60)
        {
            throw new InvalidOperationException("The read does not end.");
        }
    }
}
