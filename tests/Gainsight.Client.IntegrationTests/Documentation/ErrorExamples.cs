using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Documentation;

/// <summary>The situations that the page of errors gives as examples. Each is brought about, so that its message is real.</summary>
internal static class ErrorExamples
{
    private static readonly WriteOptions Preflight = new() { Preflight = true };

    /// <summary>For each exception of the page, a call that throws it.</summary>
    public static IReadOnlyDictionary<string, Func<Tenant, Task>> Exceptions { get; } = new Dictionary<string, Func<Tenant, Task>>
    {
        [nameof(GainsightApiException)] = tenant =>
        {
            tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError));
            return tenant.CreateClient(Once).Companies.Query().ToListAsync();
        },
        [nameof(GainsightAuthenticationException)] = tenant =>
        {
            var gainsight = tenant.CreateClient(Once);
            tenant.Emulator.RotateAccessKey();
            return gainsight.Companies.Query().ToListAsync();
        },
        [nameof(GainsightValidationException)] = tenant =>
        {
            tenant.Companies.AddField("Region__gc", EmulatedDataType.String);
            return tenant.CreateClient(Once).Companies.Query().Select("Regoin__gc").ToListAsync();
        },
        [nameof(GainsightNotFoundException)] = tenant => tenant.CreateClient(Once).Objects("Asset").Query().Select("Name").ToListAsync(),
        [nameof(GainsightThrottledException)] = tenant =>
        {
            tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { RetryAfter = "30" });
            return tenant.CreateClient(Once).Companies.Query().ToListAsync();
        },
        [nameof(GainsightQuotaExceededException)] = async tenant =>
        {
            var gainsight = tenant.CreateClient(options => options.Quota.SetLimit("sync-day", 1));
            await gainsight.CheckConnectionAsync();
            await gainsight.CheckConnectionAsync();
        },
        [nameof(GainsightTransportException)] = tenant =>
        {
            tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterRead));
            return tenant.CreateClient(Once).Companies.Query().ToListAsync();
        },
        [nameof(GainsightProtocolException)] = tenant =>
        {
            tenant.Emulator.Faults.Add(new Fault(FaultKind.HtmlWith200));
            return tenant.CreateClient(Once).Companies.Query().ToListAsync();
        },
        [nameof(GainsightJobException)] = async tenant =>
        {
            tenant.Emulator.AddImportJob(new EmulatedImportJob { JobId = "job-1", Object = "Company", Operation = ImportOperation.Insert });
            tenant.Emulator.Faults.Add(new Fault(FaultKind.JobEnds) { JobStatus = "ARCHIVED" });
            throw (await tenant.CreateClient(Once).Bulk.ImportAsync("job-1", [new Company { Name = "Acme" }], [CompanyFields.Name])).StoppedBy!;
        },
        [nameof(GainsightExportException)] = async tenant =>
        {
            tenant.Emulator.Faults.Add(new Fault(FaultKind.JobFails));
            var gainsight = tenant.CreateClient(Once);
            await foreach (var company in gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)))
            {
            }
        },
        [nameof(ChangeCheckpointExpiredException)] = async tenant =>
        {
            var since = ChangeCheckpoint.Since(tenant.Clock.GetUtcNow());
            tenant.Clock.Advance(TimeSpan.FromDays(21));
            await ReadAsync(tenant, since);
        },
        [nameof(FilterTimeZoneException)] = async tenant =>
        {
            tenant.Emulator.Switches.FilterTimeOffset = TimeSpan.FromHours(1);
            tenant.Emulator.Switches.FilterTimesIgnoreTheirOffset = true;
            tenant.Companies.Insert(("Name", "Acme"));
            var since = ChangeCheckpoint.Since(tenant.Clock.GetUtcNow());
            tenant.Clock.Advance(TimeSpan.FromMinutes(5));
            await ReadAsync(tenant, since);
        },
        [nameof(WriteFailedException)] = async tenant =>
        {
            var companies = Enumerable.Range(1, 500).Select(each => new Company { Name = $"Company {each}", Stage = each == 71 ? "Orbiting" : "Adopting" });
            (await tenant.CreateClient().Companies.UpsertAsync(companies, CompanyFields.Name)).EnsureSuccess();
        },
        [nameof(WriteCanceledException)] = async tenant =>
        {
            using var stop = new CancellationTokenSource();
            var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new StopOnWrite(stop, options.PrimaryHandler!));
            await gainsight.Companies.UpsertAsync(Enumerable.Range(1, 500).Select(each => new Company { Name = $"Company {each}" }), CompanyFields.Name, new WriteOptions { MaxConcurrency = 1 }, stop.Token);
        },
    };

    /// <summary>For each code of the library, a write with a row that gets it.</summary>
    public static IReadOnlyDictionary<string, Func<Tenant, Task<IEnumerable<RecordError>>>> Codes { get; } = new Dictionary<string, Func<Tenant, Task<IEnumerable<RecordError>>>>
    {
        [RecordErrorCodes.NullRow] = tenant => ErrorsAsync(tenant.CreateClient().Companies.UpsertAsync([new Company { Name = "Acme" }, null!], CompanyFields.Name)),
        [RecordErrorCodes.MissingKey] = tenant => ErrorsAsync(tenant.CreateClient().Companies.UpsertAsync([new Company { Arr = 1 }], CompanyFields.Name)),
        [RecordErrorCodes.MissingRequiredField] = tenant => ErrorsAsync(tenant.CreateClient().Ctas.InsertAsync([new Cta { CompanyId = "1P02" }])),
        [RecordErrorCodes.AmbiguousKey] = tenant =>
        {
            InsertTwice(tenant);
            return ErrorsAsync(tenant.CreateClient().Companies.UpsertAsync([new Company { Name = "Acme", Arr = 1 }], CompanyFields.Name));
        },
        [RecordErrorCodes.LookupNotFound] = tenant => ErrorsAsync(tenant.CreateClient().People.UpsertAsync([At("Acmee")])),
        [RecordErrorCodes.AmbiguousLookup] = tenant =>
        {
            InsertTwice(tenant);
            return ErrorsAsync(tenant.CreateClient().People.UpsertAsync([At("Acme")]));
        },
        [RecordErrorCodes.InvalidValue] = tenant => PreflightAsync(tenant, new() { Name = "Acme", ["RenewalDate"] = "soon" }),
        [RecordErrorCodes.UnknownField] = tenant =>
        {
            tenant.Companies.AddField("Region__gc", EmulatedDataType.String);
            return PreflightAsync(tenant, new() { Name = "Acme", ["Regoin__gc"] = "EMEA" });
        },
        [RecordErrorCodes.ReadOnlyField] = tenant =>
        {
            tenant.Companies.AddField("Health__gc", EmulatedDataType.Number).ReadOnly = true;
            return PreflightAsync(tenant, new() { Name = "Acme", ["Health__gc"] = 1m });
        },
        [RecordErrorCodes.NullValue] = tenant =>
        {
            var company = new Company { Gsid = tenant.Companies.Insert(("Name", "Acme")) };
            company.Clear(CompanyFields.Name);
            return ErrorsAsync(tenant.CreateClient().Companies.UpdateAsync([company], SystemFields.Gsid, Preflight));
        },
        [RecordErrorCodes.ValueTooLong] = tenant => PreflightAsync(tenant, new() { Name = "Acme", Industry = new string('x', 300) }),
        [RecordErrorCodes.UnknownPicklistItem] = tenant => PreflightAsync(tenant, new() { Name = "Acme", Stage = "Orbiting" }),
        [RecordErrorCodes.InactivePicklistItem] = tenant =>
        {
            tenant.Companies.Field("Stage").Picklist!.AddItem("Trial", active: false);
            return PreflightAsync(tenant, new() { Name = "Acme", Stage = "Trial" });
        },
        [RecordErrorCodes.DuplicateReference] = tenant => ErrorsAsync(tenant.CreateClient().Ctas.InsertAsync([Risk(tenant), Risk(tenant)])),
        [RecordErrorCodes.AlreadyExists] = async tenant =>
        {
            tenant.Companies.Insert(("Name", "Acme"));
            await tenant.CreateClient().Timeline.InsertAsync([Note()]);
            return await ErrorsAsync(tenant.CreateClient().Timeline.InsertAsync([Note()]));
        },
        [RecordErrorCodes.CallRefused] = tenant => ErrorsAsync(tenant.CreateClient().Companies.InsertAsync(
            [new Company { Name = "Acme" }, new Company { Name = "Initech", Stage = "Orbiting" }], new WriteOptions { RefusedCall = RefusedCall.Report })),
        [RecordErrorCodes.NotConfirmed] = async tenant =>
        {
            var cta = (await tenant.CreateClient().Ctas.InsertAsync(Risk(tenant))).EnsureSuccess().Gsid!;
            var goal = new CustomerGoal { Name = "Adopt", CompanyId = tenant.Companies.Rows[0].Gsid, StatusName = "New", EntityType = "COMPANY", LinkedCtas = [cta] };
            var gsid = (await tenant.CreateClient().CustomerGoals.InsertAsync(goal)).EnsureSuccess().Gsid;
            var gainsight = tenant.CreateClient(options => options.CustomerGoalUnlinkMember = "unknownMember");
            return await ErrorsAsync(gainsight.CustomerGoals.UpdateAsync([new CustomerGoal { Gsid = gsid, UnlinkedCtas = [cta] }]));
        },
        [RecordErrorCodes.TransportFailure] = tenant =>
        {
            tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterRead));
            return ErrorsAsync(tenant.CreateClient(Once).Companies.InsertAsync([new Company { Name = "Acme" }]));
        },
        [RecordErrorCodes.Canceled] = async tenant =>
        {
            try
            {
                await Exceptions[nameof(WriteCanceledException)](tenant);
                return [];
            }
            catch (WriteCanceledException canceled)
            {
                return canceled.GetReport<Company>()!.Unknown[0].Errors;
            }
        },
    };

    /// <summary>For each code of Gainsight that the emulator answers without a fault, a write with a row that gets it.</summary>
    public static IReadOnlyDictionary<string, Func<Tenant, Task<IEnumerable<RecordError>>>> GainsightCodes { get; } = new Dictionary<string, Func<Tenant, Task<IEnumerable<RecordError>>>>
    {
        ["GSOBJ_1001"] = tenant => InsertAsync(tenant, new() { Name = "Acme", Industry = new string('x', 300) }),
        ["GSOBJ_1002"] = tenant => InsertAsync(tenant, new() { Name = "Acme", ["Regoin__gc"] = "EMEA" }),
        ["GSOBJ_1007"] = tenant =>
        {
            var company = new Company { Gsid = tenant.Companies.Insert(("Name", "Acme")) };
            company.Clear(CompanyFields.Name);
            return ErrorsAsync(tenant.CreateClient().Companies.UpdateAsync([company], SystemFields.Gsid));
        },
        ["GSOBJ_1008"] = tenant => InsertAsync(tenant, new() { Name = "Acme", ["Employees"] = "many" }),
        ["GSOBJ_1011"] = tenant => ErrorsAsync(tenant.CreateClient().Companies.UpdateAsync([new Company { Name = "Acme", Arr = 1 }], CompanyFields.Name)),
        ["GSOBJ_1012"] = tenant => InsertAsync(tenant, new() { Name = "Acme", Stage = "Orbiting" }),
    };

    private static void Once(GainsightClientOptions options) => options.Retry.MaxRetries = 0;

    private static async Task ReadAsync(Tenant tenant, ChangeCheckpoint since)
    {
        var gainsight = tenant.CreateClient();
        await foreach (var change in gainsight.Changes.ReadAsync(gainsight.Companies.Query(), since))
        {
        }
    }

    private static Task<IEnumerable<RecordError>> InsertAsync(Tenant tenant, Company company) => ErrorsAsync(tenant.CreateClient().Companies.InsertAsync([company]));

    private static Task<IEnumerable<RecordError>> PreflightAsync(Tenant tenant, Company company) =>
        ErrorsAsync(tenant.CreateClient().Companies.UpsertAsync([company], CompanyFields.Name, Preflight));

    private static async Task<IEnumerable<RecordError>> ErrorsAsync<T>(Task<WriteReport<T>> write) => (await write).Unsuccessful.SelectMany(row => row.Errors);

    private static void InsertTwice(Tenant tenant)
    {
        tenant.Companies.Insert(("Name", "Acme"));
        tenant.Companies.Insert(("Name", "Acme"));
    }

    private static Person At(string company)
    {
        var link = new CompanyPerson();
        link.SetLookup(CompanyPersonFields.CompanyId, CompanyFields.Name, company);
        return new Person { Email = "ines.vale@brightwater.example", Companies = [link] };
    }

    private static Cta Risk(Tenant tenant) => new()
    {
        Name = "Invoice 4410 unpaid",
        CompanyId = tenant.Companies.Count > 0 ? tenant.Companies.Rows[0].Gsid : tenant.Companies.Insert(("Name", "Acme")),
        OwnerId = tenant.Emulator.Object("gsuser").Rows[0].Gsid,
        Type = "Risk",
        Reason = "Billing",
        DueDate = new DateOnly(2031, 1, 8),
        ReferenceId = "invoice-4410",
    };

    private static TimelineActivity Note()
    {
        var note = new TimelineActivity { ContextName = TimelineContexts.Company, TypeName = "Update", Subject = "Review", ExternalId = "calendar-4711" };
        note.SetAuthor("rhea@northwind.example");
        note.SetCompany("Acme");
        note.SetNotesText("Agreed.");
        return note;
    }

    /// <summary>Cancels the write when its first call that writes has been answered.</summary>
    private sealed class StopOnWrite(CancellationTokenSource stop, HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, CancellationToken.None);
            if (!request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal))
            {
                await stop.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }

            return response;
        }
    }
}
