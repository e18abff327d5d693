using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>Clients that a section configures.</summary>
public sealed class SectionTests
{
    [Fact]
    public void Every_setting_arrives_in_the_options()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient(Services.Configuration(
            ("Gainsight:BaseAddress", "https://acme.us2.gainsightcloud.com"),
            ("Gainsight:AccessKey", "key-4711"),
            ("Gainsight:Share", "0.5"),
            ("Gainsight:MaxQueueWait", "00:05:00"),
            ("Gainsight:AttemptTimeout", "00:00:30"),
            ("Gainsight:MaxRetries", "5"),
            ("Gainsight:DateFormat", "monthDayYear"),
            ("Gainsight:MultiSelectFormat", "Semicolons"),
            ("Gainsight:ActivityDeleteFormat", "ActivityIds"),
            ("Gainsight:OpportunitiesPerCall", "40"),
            ("Gainsight:MaxAnswerBytes", "1000000"),
            ("Gainsight:FilterTimeZone", "Europe/Lisbon"),
            ("Gainsight:Limits:sync-day", "1000"),
            ("Gainsight:Limits:sync-minute", "50"),
            ("Gainsight:RouteOverrides:People.Upsert", "/v1/own/route")).GetSection("Gainsight"));

        var options = Options(services);

        options.BaseAddress.Should().Be(new Uri("https://acme.us2.gainsightcloud.com"));
        options.Credential.Should().BeOfType<AccessKeyCredential>().Which.Key.Should().Be("key-4711");
        options.Quota.Share.Should().Be(0.5);
        options.Quota.MaxQueueWait.Should().Be(TimeSpan.FromMinutes(5));
        options.AttemptTimeout.Should().Be(TimeSpan.FromSeconds(30));
        options.Retry.MaxRetries.Should().Be(5);
        options.DateFormat.Should().Be(DateFormat.MonthDayYear);
        options.MultiSelectFormat.Should().Be(MultiSelectFormat.Semicolons);
        options.ActivityDeleteFormat.Should().Be(ActivityDeleteFormat.ActivityIds);
        options.OpportunitiesPerCall.Should().Be(40);
        options.MaxAnswerBytes.Should().Be(1_000_000);
        options.FilterTimeZone.Should().Be(TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon"));
        options.Quota.Buckets[QuotaBuckets.Sync].Select(window => window.Limit).Should().Equal(50, 1000);
        options.RouteOverrides.Should().Contain("People.Upsert", "/v1/own/route");
        options.ConfigurationProblems.Should().BeEmpty();
    }

    [Fact]
    public void Names_and_values_of_settings_may_have_any_case()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient(Services.Configuration(
            ("TENANT", "acme"),
            ("accesskey", "key"),
            ("LIMITS:SYNC-DAY", "1000"),
            ("retry:maxretries", "5"),
            ("readonly", "TRUE"),
            ("dateformat", "MONTHDAYYEAR"),
            ("filtertimezone", "europe/LISBON"),
            ("routeoverrides:PEOPLE.UPSERT", "PUT /v1/own/route")));

        var options = Options(services);

        options.Quota.Buckets[QuotaBuckets.Timeline].Single(window => window.Name == "sync-day").Limit.Should().Be(1000);
        options.Retry.MaxRetries.Should().Be(5);
        options.ReadOnly.Should().BeTrue();
        options.DateFormat.Should().Be(DateFormat.MonthDayYear);
        options.FilterTimeZone.Should().Be(TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon"));
        options.RouteOverrides.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("People.Upsert", "PUT /v1/own/route"));
        options.ConfigurationProblems.Should().BeEmpty();
        services.Client.Should().NotBeNull();
    }

    [Fact]
    public void A_client_id_and_its_secret_are_a_credential()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient(Services.Configuration(("Tenant", "acme"), ("ClientId", "id"), ("ClientSecret", "secret")));

        Options(services).Credential.Should().BeOfType<ClientCredentialsCredential>().Which.ClientSecret.Should().Be("secret");
        services.Client.Should().NotBeNull();
    }

    [Fact]
    public void Settings_that_a_section_does_not_have_keep_their_defaults()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient(Services.Configuration(("Tenant", "acme"), ("AccessKey", "key")));

        var options = Options(services);

        options.Should().BeEquivalentTo(
            new GainsightClientOptions { Tenant = "acme", Credential = options.Credential },
            comparison => comparison.Excluding(any => any.ConfigurationProblems));
    }

    [Fact]
    public void Code_can_override_the_section()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient(Services.Configuration(("Tenant", "acme"), ("AccessKey", "key"), ("MaxRetries", "5")));
        services.Collection.PostConfigure<GainsightClientOptions>(options => options.Retry.MaxRetries = 1);

        Options(services).Retry.MaxRetries.Should().Be(1);
    }

    [Fact]
    public void One_message_has_every_problem_of_a_section_and_no_value()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient(Services.Configuration(
            ("BaseAddress", "acme-secret-host"),
            ("AccessKey", "secret key"),
            ("Share", "half-secret"),
            ("MaxQueueWait", "soon-secret"),
            ("AttemptTimeout", "100.00:00:00"),
            ("MaxRetries", "many-secret"),
            ("DateFormat", "7"),
            ("MultiSelectFormat", "fancy-secret"),
            ("OpportunitiesPerCall", "51"),
            ("MaxAnswerBytes", "1023"),
            ("FilterTimeZone", "Europe/Secret"),
            ("Limits:sync-dya", "5"),
            ("Limits:sync-day", "all-secret"),
            ("Limits:sync-minute", "0"),
            ("RouteOverrides:No.Operation", "/v1/x")));

        var message = ((Action)(() => _ = services.Client)).Should().Throw<ArgumentException>().Which.Message;

        message.Should().Contain("BaseAddress is relative")
            .And.Contain("The access key contains white space")
            .And.Contain("Share is not a number")
            .And.Contain("MaxQueueWait is not a time")
            .And.Contain("AttemptTimeout is 100.00:00:00")
            .And.Contain("MaxRetries is not a whole number")
            .And.Contain("DateFormat is unknown. Give Iso or MonthDayYear")
            .And.Contain("MultiSelectFormat is unknown")
            .And.Contain("OpportunitiesPerCall is 51")
            .And.Contain("MaxAnswerBytes is 1023")
            .And.Contain("FilterTimeZone is not a time zone")
            .And.Contain("Limits:sync-dya").And.Contain("There is no quota window 'sync-dya'")
            .And.Contain("Limits:sync-day is not a whole number")
            .And.Contain("Limits:sync-minute cannot be used")
            .And.Contain("'No.Operation', which is not an operation");
        message.Should().NotContain("secret").And.NotContain("Secret").And.NotContain("Neither").And.NotContain("Credential is not set");
    }

    [Theory]
    [InlineData("AccessKey", "key", "ClientId", "id", "both set. Keep one way")]
    [InlineData("ClientId", "id", "Tenant", "acme", "belong together, and one of them is missing")]
    [InlineData("ClientSecret", "id", "Tenant", "acme", "belong together, and one of them is missing")]
    [InlineData("AccessKey", "", "Tenant", "acme", "The access key is empty")]
    [InlineData("Other", "", "Tenant", "acme", "Credential is not set")]
    [InlineData("BaseAddress", "https://", "AccessKey", "key", "BaseAddress is not an address. Give scheme and host")]
    [InlineData("BaseAddress", "https://acme.example/v1", "AccessKey", "key", "continues after the host")]
    [InlineData("Other", "", "AccessKey", "key", "Neither Tenant nor BaseAddress is set")]
    public void Half_a_setting_says_what_is_missing(string key, string value, string otherKey, string otherValue, string message)
    {
        using var services = new Services();
        services.Collection.AddGainsightClient(Services.Configuration((key, value), (otherKey, otherValue)));

        ((Action)(() => _ = services.Client)).Should().Throw<ArgumentException>().Which.Message.Should().Contain(message);
    }

    [Fact]
    public void Corrected_options_are_used_on_the_next_try()
    {
        using var services = new Services();
        var configuration = Services.Configuration(("Tenant", "acme"));
        services.Collection.AddGainsightClient(configuration);
        ((Action)(() => _ = services.Client)).Should().Throw<ArgumentException>();

        configuration["AccessKey"] = "key";

        services.Client.Should().NotBeNull();
    }

    private static GainsightClientOptions Options(Services services) =>
        services.Provider.GetRequiredService<IOptionsFactory<GainsightClientOptions>>().Create(string.Empty);
}
