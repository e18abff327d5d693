using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Hedging;
using Polly.Retry;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>Resilience handlers that an application adds to this client: they replace the built-in retries and stay safe.</summary>
public sealed class OwnResilienceTests : IDisposable
{
    private const string Row = """{"count":1,"errors":null,"records":[{"Gsid":"1P01","Name":"A"}]}""";

    private readonly Services _services = new();

    public OwnResilienceTests() => _services.Clock.StartJumping();

    /// <summary>Every way in which an application can have requests sent again above the guard.</summary>
    public static TheoryData<string> Ways => [.. Handlers.Keys];

    private static Dictionary<string, Action<IHttpClientBuilder>> Handlers { get; } = new()
    {
        ["built-in"] = _ => { },
        ["standard"] = builder => builder.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.Zero),
        ["standard hedging"] = builder => builder.AddStandardHedgingHandler(),
        ["hedging at once"] = builder => builder.AddResilienceHandler("mine", pipeline => pipeline.AddHedging(
            new HedgingStrategyOptions<HttpResponseMessage> { MaxHedgedAttempts = 3, Delay = TimeSpan.Zero })),
        ["own"] = builder => builder.AddResilienceHandler("mine", pipeline => pipeline.AddRetry(Retries(5))),
        ["retries of everything, successes too"] = builder => builder.AddResilienceHandler("mine", pipeline => pipeline.AddRetry(
            new RetryStrategyOptions<HttpResponseMessage> { MaxRetryAttempts = 3, Delay = TimeSpan.Zero, ShouldHandle = static _ => new(true) })),
        ["Polly policy"] = builder => builder.AddTransientHttpErrorPolicy(policy => policy.RetryAsync(3)),
        ["several"] = builder => builder.AddResilienceHandler("mine", pipeline => pipeline.AddRetry(Retries(2)))
            .Services.AddGainsightClient(Acme).AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.Zero),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_insert_that_the_server_fails_is_sent_once(string way)
    {
        var client = Client(way);
        _services.Wire.Answer(HttpStatusCode.InternalServerError, "{}").Answer(StubHandler.Envelope(Row));

        var report = await client.Companies.InsertAsync([new Company { Name = "A" }]);

        _services.Wire.Sent.Should().ContainSingle();
        report.Rows.Should().ContainSingle().Which.Status.Should().Be(RowStatus.Unknown);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_insert_whose_connection_breaks_is_sent_once(string way)
    {
        var client = Client(way);
        _services.Wire.Fail(HttpRequestError.ResponseEnded).Answer(StubHandler.Envelope(Row));

        var report = await client.Companies.InsertAsync([new Company { Name = "A" }]);

        _services.Wire.Sent.Should().ContainSingle();
        report.Rows.Should().ContainSingle().Which.Status.Should().Be(RowStatus.Unknown);
    }

    [Fact]
    public async Task An_insert_that_the_standard_handler_cuts_off_is_unknown_and_the_write_goes_on()
    {
        var client = Client(builder => builder.AddStandardResilienceHandler(options =>
        {
            options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(1);
            options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(10);
            options.Retry.Delay = TimeSpan.Zero;
        }));
        _services.Wire.Hang().Answer(StubHandler.Envelope(Row)).Answer(StubHandler.Envelope(Row));
        List<ObjectRecord> rows = [.. Enumerable.Range(0, 101).Select(i => new ObjectRecord { ["Name"] = $"A {i}" })];

        var report = await client.Objects("Asset__gc").InsertAsync(rows, new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy.Should().BeNull();
        report.Unknown.Should().NotBeEmpty();
        report.NotAttempted.Should().BeEmpty();
        _services.Wire.Sent.Should().HaveCount(3);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_insert_that_succeeds_is_sent_once(string way)
    {
        var client = Client(way);
        _services.Wire.Answer(StubHandler.Envelope(Row));

        var report = await client.Companies.InsertAsync([new Company { Name = "A" }]);

        _services.Wire.Sent.Should().ContainSingle();
        report.Rows.Should().ContainSingle().Which.Status.Should().BeOneOf(RowStatus.Inserted, RowStatus.Unknown);
    }

    [Theory]
    [InlineData("built-in", 4)]
    [InlineData("standard", 4)]
    [InlineData("own", 6)]
    [InlineData("Polly policy", 4)]
    public async Task A_query_is_retried_as_the_pipeline_says(string way, int expected)
    {
        var client = Client(way);
        _services.Wire.Answer(HttpStatusCode.InternalServerError, "{}");

        await FailAsync<GainsightApiException>(client);

        _services.Wire.Sent.Should().HaveCount(expected);
    }

    [Theory]
    [InlineData("standard", 4)]
    [InlineData("own", 6)]
    [InlineData("Polly policy", 4)]
    public async Task A_pipeline_for_any_http_client_also_retries_failed_connections(string way, int expected)
    {
        var client = Client(way);
        _services.Wire.Fail(HttpRequestError.ConnectionError);

        await FailAsync<GainsightTransportException>(client);

        _services.Wire.Sent.Should().HaveCount(expected);
    }

    [Fact]
    public async Task An_insert_that_was_provably_not_sent_is_retried_by_every_pipeline()
    {
        var client = Client("standard");
        _services.Wire.Fail(HttpRequestError.ConnectionError).Answer(StubHandler.Envelope(Row));

        var report = await client.Companies.InsertAsync([new Company { Name = "A" }]);

        report.AllSucceeded.Should().BeTrue();
        _services.Wire.Sent.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_hedged_attempt_is_refused_and_the_running_one_completes()
    {
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = Client(builder => builder.AddResilienceHandler("mine", pipeline => pipeline.AddHedging(new HttpHedgingStrategyOptions
        {
            Delay = TimeSpan.Zero,
            ShouldHandle = args =>
            {
                // Called with the outcome of each attempt.
                if (args.Outcome.Exception is not null)
                {
                    refused.TrySetResult();
                }

                return new(HttpClientHedgingResiliencePredicates.IsTransient(args.Outcome));
            },
        })));
        _services.Wire.Do(async (_, _) =>
        {
            await refused.Task;
            return StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope(Row));
        });

        var report = await client.Companies.InsertAsync([new Company { Name = "A" }]);

        report.AllSucceeded.Should().BeTrue();
        _services.Wire.Sent.Should().ContainSingle();
        _services.LogIds.Should().Contain(104);
    }

    [Fact]
    public async Task Standard_hedging_is_warned_about_and_a_query_is_sent_once_and_ends_with_its_own_failure()
    {
        var client = Client("standard hedging");
        _services.Logs.Records.Should().ContainSingle(entry => entry.Id == 502).Which.Message.Should().Contain("Gainsight.Client has a hedging handler");
        _services.Wire.Answer(HttpStatusCode.InternalServerError, "{}");

        await FailAsync<GainsightApiException>(client);

        _services.Wire.Sent.Should().ContainSingle();
        _services.Logs.Records.Should().ContainSingle(entry => entry.Id == 104).Which.Message.Should()
            .Contain("A hedged attempt of Metadata.ListObjects was refused").And.Contain("Remove the hedging strategy");
    }

    [Fact]
    public async Task Handlers_of_the_application_run_for_each_attempt_and_see_the_credential()
    {
        var keys = new List<string>();
        var client = Client(builder => builder.AddHttpMessageHandler(() => new Noting(keys)));
        _services.Wire.Answer(HttpStatusCode.InternalServerError, "{}").Answer(StubHandler.Envelope("[]"));

        await client.CheckConnectionAsync();

        keys.Should().Equal("key", "key");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MaxElapsed_ends_the_retries_of_any_pipeline(bool inContainer)
    {
        void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline)
        {
            pipeline.TimeProvider = _services.Clock;
            pipeline.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 100, Delay = TimeSpan.FromSeconds(10), BackoffType = DelayBackoffType.Constant, UseJitter = false });
        }

        var client = Client(
            builder => _ = inContainer ? builder.AddResilienceHandler("mine", Configure).Services : builder.Services,
            options =>
            {
                options.Retry.MaxElapsed = TimeSpan.FromSeconds(25);
                if (!inContainer)
                {
                    options.ConfigureRetry(Configure);
                }
            });
        _services.Wire.Answer(HttpStatusCode.InternalServerError, "{}");

        await FailAsync<GainsightApiException>(client);

        _services.Wire.Sent.Should().HaveCount(3);
        _services.LogIds.Should().Contain(103);
    }

    [Fact]
    public async Task Throttled_answers_use_up_no_retry()
    {
        var client = Client(_ => { }, options => options.Retry.MaxRetries = 1);
        for (var i = 0; i < 5; i++)
        {
            _services.Wire.Answer(HttpStatusCode.TooManyRequests, """{"result":false,"errorCode":"GS_APIG_2404"}""");
        }

        _services.Wire.Answer(StubHandler.Envelope("[]"));

        await client.CheckConnectionAsync();

        _services.Wire.Sent.Should().HaveCount(6);
    }

    [Fact]
    public async Task ConfigureRetry_works_in_a_container_for_each_client_of_a_shared_chain()
    {
        _services.OnStub(_services.Collection.AddGainsightClientFactory());
        foreach (var retries in new[] { 1, 4 })
        {
            _services.Collection.Configure<GainsightClientOptions>($"tenant-{retries}", options =>
            {
                Acme(options);
                options.ConfigureRetry(pipeline => pipeline.AddRetry(Retries(retries)));
            });
        }

        _services.Wire.Answer(HttpStatusCode.InternalServerError, "{}");
        var factory = _services.Provider.GetRequiredService<IGainsightClientFactory>();

        await FailAsync<GainsightApiException>(factory.Create("tenant-1"));
        var first = _services.Wire.Sent.Count;
        await FailAsync<GainsightApiException>(factory.Create("tenant-4"));

        first.Should().Be(2);
        _services.Wire.Sent.Should().HaveCount(2 + 5);
    }

    [Theory]
    [InlineData(10, 30, 1)]
    [InlineData(3600, 7200, 0)]
    public void A_standard_handler_whose_limits_would_cut_waits_for_quota_is_warned_about_when_the_client_is_built(int attempt, int total, int warnings)
    {
        _ = Client(builder => builder.AddStandardResilienceHandler(options =>
        {
            options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(attempt);
            options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(total);
            options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(2 * attempt);
        }));

        _services.Logs.Records.Where(entry => entry.Id == 501)
            .Select(entry => entry.Message.Contains("Gainsight.Client ends an attempt after 00:00:10") && entry.Message.Contains("Quota.MaxQueueWait is 01:00:00"))
            .Should().Equal(Enumerable.Repeat(true, warnings));
    }

    [Fact]
    public async Task A_time_limit_that_ends_a_wait_for_quota_says_so_and_nothing_was_sent()
    {
        var client = Client(
            builder => builder.AddResilienceHandler("mine", pipeline =>
            {
                pipeline.TimeProvider = _services.Clock;
                pipeline.AddTimeout(TimeSpan.FromSeconds(10));
            }),
            options => options.Quota.SetLimit("sync-minute", 1));
        _services.Wire.Answer(StubHandler.Envelope("[]"));
        await client.CheckConnectionAsync();

        var failure = await FailAsync<GainsightTransportException>(client);

        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.Message.Should().Contain("was not sent").And.Contain("10 s of waiting for quota").And.Contain("MaxQueueWait");
        _services.Wire.Sent.Should().ContainSingle();
    }

    public void Dispose() => _services.Dispose();

    private static HttpRetryStrategyOptions Retries(int retries) =>
        new() { MaxRetryAttempts = retries, Delay = TimeSpan.Zero, BackoffType = DelayBackoffType.Constant };

    private static void Acme(GainsightClientOptions options) =>
        (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("key"));

    private static async Task<TException> FailAsync<TException>(GainsightClient client)
        where TException : Exception =>
        (await ((Func<Task>)(() => client.CheckConnectionAsync())).Should().ThrowExactlyAsync<TException>()).Which;

    private GainsightClient Client(string way) => Client(Handlers[way]);

    private GainsightClient Client(Action<IHttpClientBuilder> handlers, Action<GainsightClientOptions>? configure = null)
    {
        handlers(_services.OnStub(_services.Collection.AddGainsightClient(options =>
        {
            Acme(options);
            configure?.Invoke(options);
        })));
        return _services.Client;
    }

    private sealed class Noting(List<string> keys) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            keys.Add(string.Join(',', request.Headers.GetValues("Accesskey")));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
