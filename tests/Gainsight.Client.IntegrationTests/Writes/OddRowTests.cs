using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Users;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Rows, sources and limits that change or end in other ways than expected: each row has its outcome, and the tenant holds what was told.</summary>
public sealed class OddRowTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\u00a0")]
    public async Task A_blank_key_fails_its_row_before_any_call(string blank)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        List<IReadOnlyList<RecordError>> errors =
        [
            Errors(await gainsight.Companies.UpsertAsync([new Company { Name = blank }], CompanyFields.Name)),
            Errors(await gainsight.Companies.UpdateAsync([new Company { Name = blank, Employees = 1 }], CompanyFields.Name)),
            Errors(await gainsight.Companies.UpdateAsync([new Company { Gsid = blank, Employees = 1 }], IdentifierKeys.Gsid)),
            Errors(await gainsight.Companies.DeleteAsync([blank])),
            Errors(await gainsight.Objects("Asset__gc").UpsertAsync([new ObjectRecord { ["Name"] = "a", ["Serial_Number__gc"] = blank }], Field.Custom<string>("Serial_Number__gc"))),
            Errors(await gainsight.Users.UpdateAsync([new User { SfdcUserName = blank, FirstName = "A" }], UserFields.SfdcUserName)),
            Errors(await gainsight.Users.InsertAsync([new User { SfdcUserName = blank, Email = "a@b.example", FirstName = "A", LastName = "B", LicenseType = "Viewer" }])),
            Errors(await gainsight.People.UpsertAsync([new Person { Email = blank, Name = "A" }])),
            Errors(await gainsight.Ctas.UpdateAsync([new Cta { Gsid = blank, Name = "A" }])),
        ];

        errors.Should().OnlyContain(of => of.Count > 0);
        tenant.Emulator.Requests.Count.Should().Be(0);

        static IReadOnlyList<RecordError> Errors<T>(WriteReport<T> report)
        {
            report.Failed.Should().ContainSingle();
            report.StoppedBy.Should().BeNull();
            return report.Rows[0].Errors;
        }
    }

    [Fact]
    public async Task One_record_twice_in_a_list_is_one_row_of_an_upsert_or_update_and_two_rows_of_an_insert()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var acme = new Company { Name = "Acme", Employees = 1 };

        var upserted = await gainsight.Companies.UpsertAsync([acme, acme], CompanyFields.Name);
        var updated = await gainsight.Companies.UpdateAsync([acme, acme], CompanyFields.Name);
        var inserted = await gainsight.Companies.InsertAsync([acme, acme]);

        upserted.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Updated);
        updated.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Updated);
        inserted.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Inserted);
        tenant.Names().Should().Equal("Acme", "Acme", "Acme");
    }

    [Fact]
    public async Task A_record_whose_key_is_changed_while_it_is_in_flight_is_not_sent_again()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(10);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.Insert, Count = 1 });
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number =>
            {
                if (number == 2)
                {
                    rows[3].Name = "Changed";
                }
            },
        });

        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name);

        report.Rows[3].Status.Should().Be(RowStatus.Unknown);
        tenant.Names().Should().Equal(Enumerable.Range(0, 10).Select(Rows.Name));
        tenant.Calls(EmulatorOperations.Insert).Should().Be(1);
    }

    [Fact]
    public async Task A_source_that_never_ends_and_ignores_its_token_keeps_neither_outcomes_nor_the_end_of_the_loop()
    {
        await using var tenant = await Tenant.StartAsync();
        var never = new TaskCompletionSource();

        async IAsyncEnumerable<Company> Source()
        {
            yield return new Company { Name = "a" };
            yield return new Company { Name = "b" };
            await never.Task;
            yield return new Company { Name = "never" };
        }

        var taken = new List<RowOutcome<Company>>();
        await foreach (var outcome in tenant.CreateClient().Companies.UpsertStreamAsync(Source(), CompanyFields.Name))
        {
            taken.Add(outcome);
            if (taken.Count == 2)
            {
                break;
            }
        }

        taken.Should().OnlyContain(outcome => outcome.Status == RowStatus.Inserted);
        tenant.Names().Should().Equal("a", "b");
    }

    [Fact]
    public async Task Cancelling_while_the_source_hangs_ends_the_stream_with_a_report()
    {
        await using var tenant = await Tenant.StartAsync();
        var never = new TaskCompletionSource();
        using var cancellation = new CancellationTokenSource();

        async IAsyncEnumerable<Company> Source()
        {
            yield return new Company { Name = "a" };
            await never.Task;
            yield return new Company { Name = "never" };
        }

        Func<Task> write = async () =>
        {
            await foreach (var outcome in tenant.CreateClient().Companies.UpsertStreamAsync(Source(), CompanyFields.Name, cancellation.Token))
            {
                outcome.Status.Should().Be(RowStatus.Inserted);
                await cancellation.CancelAsync();
            }
        };

        (await write.Should().ThrowAsync<WriteCanceledException>()).Which.GetReport<Company>()!.Rows.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Industry")]
    [InlineData("Nonsense__gc")]
    public async Task Rows_that_lack_the_field_of_VerifyBy_are_inserted_and_unknown_only_if_their_answer_is_lost(string field)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var options = new WriteOptions { VerifyBy = Field.Custom<string>(field) };

        var first = await gainsight.Companies.InsertAsync(Rows.Companies(50), options);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.Insert, Count = 1 });
        var second = await gainsight.Companies.InsertAsync(Rows.Companies(50, first: 50), options);

        first.AllSucceeded.Should().BeTrue();
        second.Unknown.Should().HaveCount(50);
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(100);
    }

    [Theory]
    [InlineData("insert")]
    [InlineData("upsert")]
    [InlineData("update")]
    public async Task A_limit_that_shrinks_in_the_middle_of_a_write_fails_no_row(string kind)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number => tenant.Emulator.Limits.RecordsPerWrite = number switch { < 4 => 50, < 9 => 20, _ => 7 },
        });
        if (kind == "update")
        {
            tenant.Seed(400);
        }

        var report = kind switch
        {
            "insert" => await gainsight.Companies.InsertAsync(Rows.Companies(400), new WriteOptions { MaxConcurrency = 1 }),
            "upsert" => await gainsight.Companies.UpsertAsync(Rows.Companies(400), CompanyFields.Name, new WriteOptions { MaxConcurrency = 1 }),
            _ => await gainsight.Companies.UpdateAsync(Rows.Companies(400), CompanyFields.Name, new WriteOptions { MaxConcurrency = 1 }),
        };

        report.AllSucceeded.Should().BeTrue();
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(400);
        tenant.Companies.Rows.Should().OnlyContain(row => !Equals(row["Employees"], -1m));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(51)]
    public async Task A_batch_size_that_is_impossible_is_refused_when_the_client_is_made(int size)
    {
        await using var tenant = await Tenant.StartAsync();

        ((Action)(() => tenant.CreateClient(options => options.OpportunitiesPerCall = size))).Should().Throw<ArgumentException>().WithMessage("*OpportunitiesPerCall*");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public void A_number_of_calls_at_once_that_is_impossible_is_refused_when_the_options_are_made(int most)
    {
        ((Action)(() => _ = new WriteOptions { MaxConcurrency = most })).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task A_list_of_users_that_ends_with_an_exception_is_refused_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();

        IEnumerable<User> Source()
        {
            yield return TenantUsers.One(1);
            throw new InvalidOperationException("The caller's own.");
        }

        await FluentActions.Awaiting(() => tenant.CreateClient().Users.InsertAsync(Source())).Should().ThrowAsync<InvalidOperationException>();

        tenant.Emulator.Requests.Count.Should().Be(0);
    }
}
