using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>What is wrong with a configuration is found when the host starts, and the message names the client, the section and the setting.</summary>
public sealed class ConfigurationProblemTests
{
    private static readonly (string, string?) Tenant = ("Gainsight:emea:Tenant", "acme");
    private static readonly (string, string?) Key = ("Gainsight:emea:AccessKey", "s3cret");

    [Fact]
    public void A_host_does_not_start_with_a_client_that_cannot_be_built()
    {
        var message = Start(Tenant, ("Gainsight:emea:Shrae", "0.5"));

        message.Should().StartWith("The Gainsight client 'emea' cannot be built:")
            .And.Contain("Gainsight:emea:Shrae is not a setting. Did you mean 'Share'?")
            .And.Contain("Gainsight:emea:AccessKey: Credential is not set. Set AccessKey");
    }

    [Fact]
    public void A_host_starts_with_valid_options() => Start(Tenant, Key, ("Gainsight:emea:Share", "0.5")).Should().BeNull();

    [Fact]
    public void Every_client_that_cannot_be_built_is_named()
    {
        using var services = new Services();
        var configuration = Services.Configuration(("A:Tenant", "acme"), ("B:AccessKey", "key"));
        services.Collection.AddGainsightClient("a", configuration.GetSection("A"));
        services.Collection.AddGainsightClient("b", configuration.GetSection("B"));
        services.Collection.AddGainsightClient(options => options.Quota.Share = 2);

        var failure = Starting(services).Should().Throw<AggregateException>().Which;

        string.Join('\n', failure.InnerExceptions.Select(inner => inner.Message)).Should()
            .Contain("'a' cannot be built. A:AccessKey: Credential is not set")
            .And.Contain("'b' cannot be built. B:Tenant: Neither Tenant nor BaseAddress is set")
            .And.Contain("The Gainsight client cannot be built:\n- Credential is not set").And.Contain("\n- Quota.Share must be above 0");
    }

    [Theory]
    [InlineData("Share", "0,5", "Gainsight:emea:Share is not a number. Give a part of the limits with a decimal point, such as 0.5.")]
    [InlineData("Share", "1,000.5", "Gainsight:emea:Share is not a number.*")]
    [InlineData("Share", "", "Gainsight:emea:Share is not a number.*")]
    [InlineData("Share", "NaN", "Gainsight:emea:Share: Quota.Share must be above 0 and at most 1*")]
    [InlineData("Share", "0", "Gainsight:emea:Share: Quota.Share must be above 0 and at most 1*")]
    [InlineData("Share", "1.01", "Gainsight:emea:Share: Quota.Share must be above 0 and at most 1*")]
    [InlineData("MaxRetries", "3.0", "Gainsight:emea:MaxRetries is not a whole number.*")]
    [InlineData("MaxRetries", "11", "Gainsight:emea:MaxRetries: Retry.MaxRetries is 11*between 0 and 10*")]
    [InlineData("OpportunitiesPerCall", "1,000", "Gainsight:emea:OpportunitiesPerCall is not a whole number.*")]
    [InlineData("OpportunitiesPerCall", "0", "Gainsight:emea:OpportunitiesPerCall: *1 to 50*")]
    [InlineData("MaxQueueWait", "30 minutes", "Gainsight:emea:MaxQueueWait is not a time. Give it as hours:minutes:seconds*")]
    [InlineData("MaxQueueWait", "1", "Gainsight:emea:MaxQueueWait is not a time. Give it as hours:minutes:seconds*")]
    [InlineData("MetadataLifetime", "900", "Gainsight:emea:MetadataLifetime is not a time.*")]
    [InlineData("MetadataLifetime", "24:00:00", "Gainsight:emea:MetadataLifetime is not a time.*A day is 1.00:00:00.")]
    [InlineData("Retry:MaxElapsed", "0:0:5:0", "Gainsight:emea:Retry:MaxElapsed is not a time.*")]
    [InlineData("Retry:LateAfter", "1:00:00:00", "Gainsight:emea:Retry:LateAfter is not a time.*")]
    [InlineData("AttemptTimeout", "2.00:00:00", "Gainsight:emea:AttemptTimeout: AttemptTimeout is 2.00:00:00*")]
    [InlineData("Limits:sync-minute", "0", "Gainsight:emea:Limits:sync-minute cannot be used: *must allow at least 1 call*")]
    [InlineData("Limits:sync-minute", "1,000", "Gainsight:emea:Limits:sync-minute is not a whole number.*")]
    [InlineData("Limits:sync-minutes", "10", "Gainsight:emea:Limits:sync-minutes cannot be used: There is no quota window 'sync-minutes'. The windows are: sync-minute,*")]
    [InlineData("Limits", "10", "Gainsight:emea:Limits is a value. Give an object*")]
    [InlineData("Share:sync-minute", "10", "Gainsight:emea:Share has settings of its own. Give one value.")]
    [InlineData("DateFormat", "1", "Gainsight:emea:DateFormat is unknown. Give Iso or MonthDayYear.")]
    [InlineData("FilterTimeZone", "Europe/Lisboa", "Gainsight:emea:FilterTimeZone is not a time zone*")]
    [InlineData("RouteOverrides:No.Operation", "/v1/x", "Gainsight:emea:RouteOverrides: RouteOverrides names 'No.Operation'*")]
    [InlineData("BaseAddress", "https://acme.example", "Gainsight:emea:Tenant: Both Tenant and BaseAddress are set. Keep one*")]
    [InlineData("ClientSecret", "x", "Gainsight:emea:AccessKey: AccessKey and ClientId or ClientSecret are both set. Keep one way*")]
    [InlineData("ClientId", "x", "Gainsight:emea:AccessKey: AccessKey and ClientId or ClientSecret are both set. Keep one way*")]
    [InlineData("Quota", "x", "Gainsight:emea:Quota is not a setting. Remove it. The settings are: AccessKey, ActivityDeleteFormat,*")]
    [InlineData("amer:Tenant", "x", "Gainsight:emea:amer is not a setting. If it is the section of a client, pass that section to AddGainsightClient.*")]
    [InlineData("SHARES", "0.5", "Gainsight:emea:SHARES is not a setting. Did you mean 'Share'?")]
    public void A_problem_names_client_section_and_setting(string setting, string value, string problem)
    {
        Start(Tenant, Key, ($"Gainsight:emea:{setting}", value)).Should().Match($"The Gainsight client 'emea' cannot be built. {problem}");
        WithDecimalComma(() => Start(Tenant, Key, ($"Gainsight:emea:{setting}", value))).Should().Match($"The Gainsight client 'emea' cannot be built. {problem}");
    }

    [Fact]
    public void Numbers_and_times_are_read_in_the_same_way_in_every_culture()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient("emea", Services.Configuration(
            Tenant, Key, ("Gainsight:emea:Share", "0.5"), ("Gainsight:emea:MaxQueueWait", "00:00:00.5")).GetSection("Gainsight:emea"));

        var options = WithDecimalComma(() => services.Provider.GetRequiredService<IOptionsFactory<GainsightClientOptions>>().Create("emea"));

        options.Quota.Share.Should().Be(0.5);
        options.Quota.MaxQueueWait.Should().Be(TimeSpan.FromSeconds(0.5));
    }

    [Theory]
    [InlineData("Gainsigth", "Gainsight")]
    [InlineData("Gainsight:emae", "Gainsight:emea")]
    public void A_section_that_does_not_exist_is_named_with_the_nearest_one(string misspelt, string meant)
    {
        using var services = new Services();
        var configuration = Services.Configuration(Tenant, Key);
        services.Collection.AddSingleton<IConfiguration>(configuration);
        services.Collection.AddGainsightClient(configuration.GetSection(misspelt));

        Starting(services).Should().Throw<OptionsValidationException>().WithMessage(
            $"*The section '{misspelt}' does not exist or is empty.*Did you mean '{meant}'?*");
    }

    [Fact]
    public void A_section_that_does_not_exist_is_no_problem_when_code_sets_the_options()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient(Services.Configuration().GetSection("Gainsight"));
        services.Collection.AddGainsightClient(options => (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("key")));

        Starting(services).Should().NotThrow();
    }

    [Fact]
    public void A_section_that_is_a_value_is_refused()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient(Services.Configuration(("Gainsight", "acme")).GetSection("Gainsight"));

        Starting(services).Should().Throw<OptionsValidationException>().WithMessage("*The section 'Gainsight' is a value. Give an object*");
    }

    [Fact]
    public void The_root_of_a_configuration_is_refused_when_it_has_no_settings()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient(Services.Configuration(Tenant, Key, ("PATH", "/bin")));

        Starting(services).Should().Throw<OptionsValidationException>().WithMessage("*root of the configuration*GetSection(\"Gainsight\")*")
            .Which.Message.Should().NotContain("PATH");
    }

    [Fact]
    public void The_section_of_a_client_may_have_the_sections_of_others()
    {
        using var services = new Services();
        var configuration = Services.Configuration(("Gainsight:Tenant", "acme"), ("Gainsight:AccessKey", "key"), Tenant, Key);
        services.Collection.AddGainsightClient(configuration.GetSection("Gainsight"));
        services.Collection.AddGainsightClient("emea", configuration.GetSection("gainsight:EMEA"));

        Starting(services).Should().NotThrow();
    }

    [Fact]
    public void A_setting_that_is_null_is_not_set()
    {
        Start(Tenant, Key, ("Gainsight:emea:Share", null), ("Gainsight:emea:BaseAddress", null), ("Gainsight:emea:ClientId", null)).Should().BeNull();
    }

    [Fact]
    public void A_problem_of_an_option_that_code_has_set_names_the_client()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient("emea", options => (options.Tenant, options.Credential) = ("acme.us2", new AccessKeyCredential("key")));

        Starting(services).Should().Throw<OptionsValidationException>().WithMessage("The Gainsight client 'emea' cannot be built. Tenant contains a dot.*");
    }

    [Fact]
    public void A_problem_that_post_configure_mends_is_none()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient("emea", Services.Configuration(Tenant).GetSection("Gainsight:emea"));
        services.Collection.PostConfigure<GainsightClientOptions>("emea", options => options.Credential = new AccessKeyCredential("vault"));

        Starting(services).Should().NotThrow();
    }

    [Fact]
    public void A_section_that_does_not_exist_is_no_problem_when_post_configure_sets_the_options()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient("emea", Services.Configuration().GetSection("Gainsight:emea"));
        services.Collection.PostConfigure<GainsightClientOptions>("emea", options => (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("vault")));

        Starting(services).Should().NotThrow();
    }

    [Fact]
    public void Checks_of_the_application_apply_too()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient("emea", Services.Configuration(Tenant, Key).GetSection("Gainsight:emea"));
        services.Collection.AddOptions<GainsightClientOptions>("emea").Validate(options => options.Quota.Share < 1, "Leave room for the others.");

        Starting(services).Should().Throw<OptionsValidationException>().WithMessage("Leave room for the others.");
        ((Action)(() => services.Provider.GetRequiredKeyedService<GainsightClient>("emea"))).Should().Throw<ArgumentException>().WithMessage("Leave room for the others.");
    }

    [Fact]
    public void A_second_section_for_a_client_is_refused_at_registration()
    {
        var services = new ServiceCollection();
        var configuration = Services.Configuration(Tenant, Key);
        services.AddGainsightClient("emea", configuration.GetSection("Gainsight:emea"));

        ((Action)(() => services.AddGainsightClient("emea", configuration.GetSection("Gainsight:amer")))).Should().Throw<ArgumentException>()
            .WithMessage("The Gainsight client 'emea' is already registered with the section 'Gainsight:emea', so it cannot have the section 'Gainsight:amer' as well. Give each client its own name.*");
        ((Action)(() => services.AddGainsightClient("emea", configuration.GetSection("Gainsight:emea")))).Should().NotThrow();
        ((Action)(() => services.AddGainsightClient("emea", configuration.GetSection("GAINSIGHT:Emea")))).Should().NotThrow("paths have any case");
    }

    [Fact]
    public void A_second_registration_with_another_tenant_is_refused()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient("emea", Services.Configuration(Tenant, Key).GetSection("Gainsight:emea"));
        services.Collection.AddGainsightClient("emea", options => options.Tenant = "other");

        Starting(services).Should().Throw<OptionsValidationException>().WithMessage("*'emea'*called twice*Give each tenant's client its own name*");
    }

    [Fact]
    public void A_misspelt_client_is_named_with_the_nearest_one()
    {
        using var services = new Services();
        services.Collection.AddGainsightClient("emea", options => (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("key")));

        ((Action)(() => services.Provider.GetRequiredKeyedService<GainsightClient>("emae"))).Should().Throw<InvalidOperationException>()
            .WithMessage("There is no Gainsight client with the key 'emae'. Did you mean 'emea'? The registered clients are: emea.*");
        ((Action)(() => services.Provider.GetRequiredService<IGainsightClientFactory>().Create("emae"))).Should().Throw<ArgumentException>()
            .WithMessage("*'emae' cannot be built:*No client of that name is registered, and no options are configured for it. Did you mean 'emea'?*");
    }

    [Fact]
    public void Every_option_has_a_setting()
    {
        string[] codeOnly =
        [
            nameof(GainsightClientOptions.Credential), nameof(GainsightClientOptions.PrimaryHandler), nameof(GainsightClientOptions.TimeProvider),
            nameof(GainsightClientOptions.LoggerFactory), nameof(GainsightClientOptions.Quota), nameof(QuotaOptions.Buckets), nameof(QuotaOptions.Store),

            // In the group Retry.
            nameof(RetryOptions.Delay), nameof(RetryOptions.LateAfter), nameof(RetryOptions.MaxElapsed),
        ];
        string[] settingsOnly = [GainsightSettings.AccessKey, GainsightSettings.ClientId, GainsightSettings.ClientSecret, "Limits"];

        var options = new[] { typeof(GainsightClientOptions), typeof(QuotaOptions), typeof(RetryOptions) }
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Select(property => property.Name);

        GainsightSettings.All.Keys.Should().BeEquivalentTo(options.Except(codeOnly).Concat(settingsOnly));
    }

    /// <summary>Starts a host whose client <c>emea</c> has the section <c>Gainsight:emea</c>. Returns the message of the failure, or null.</summary>
    private static string? Start(params (string, string?)[] values)
    {
        using var services = new Services();
        services.Collection.AddGainsightClient("emea", Services.Configuration(values).GetSection("Gainsight:emea"));
        try
        {
            Starting(services)();
            return null;
        }
        catch (OptionsValidationException exception)
        {
            exception.Message.Should().NotContain("s3cret");
            return exception.Message;
        }
    }

    private static Action Starting(Services services) => () => services.Provider.GetRequiredService<IStartupValidator>().Validate();

    /// <summary>Runs in a culture that writes numbers as German does. The tests run without the data of cultures, so it is made here.</summary>
    private static T WithDecimalComma<T>(Func<T> act)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", ".");
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
