using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Conventions;

/// <summary>Rules that no reviewer has to remember.</summary>
public sealed class ConventionTests
{
    private static readonly Type[] PublicTypes = typeof(GainsightClient).Assembly.GetExportedTypes();

    private static IEnumerable<MethodInfo> PublicMethods => PublicTypes
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName);

    [Fact]
    public void Every_asynchronous_method_takes_an_optional_cancellation_token_last() =>
        PublicMethods.Where(method => IsAsynchronous(method) && method.Name != nameof(IAsyncDisposable.DisposeAsync)).Where(method => method.GetParameters() is not [.., { IsOptional: true } last]
                || last.ParameterType != typeof(CancellationToken))
            .Should().BeEmpty();

    [Fact]
    public void Every_asynchronous_method_says_so_in_its_name() =>
        PublicMethods.Where(method => IsAsynchronous(method) != method.Name.EndsWith("Async", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Every_client_can_be_mocked() =>
        PublicTypes.Where(IsClient)
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .OfType<MethodInfo>()
                .Where(method => (!method.IsVirtual || method.IsFinal) && method.Name is not (nameof(IDisposable.Dispose) or nameof(IAsyncDisposable.DisposeAsync) or "get_Name")))
            .Should().BeEmpty();

    [Fact]
    public void Every_write_of_a_list_has_a_write_of_one_row()
    {
        // A batch of people costs one of 10 calls an hour, and a route chooses between calls for many rows: neither helps with one row.
        var clients = PublicTypes.Where(IsClient).ToArray();
        clients.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType.IsGenericType && method.ReturnType.GetGenericArguments()[0] is { IsGenericType: true } report
                && report.GetGenericTypeDefinition() == typeof(WriteReport<>))
            .Where(method => method.Name != nameof(PersonClient.UpsertInBatchesAsync)
                && !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(TimelineRoute)))
            .Where(list => !list.DeclaringType!.GetMethods().Any(method => method.Name == list.Name
                && method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(
                    list.GetParameters().Select((parameter, index) => index == 0 ? parameter.ParameterType.GetGenericArguments()[0] : parameter.ParameterType))))
            .Select(method => $"{method.DeclaringType!.Name}.{method}")
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_update_by_keys_has_an_update_of_rows_that_were_read() =>
        PublicTypes.Where(IsClient)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.Name.StartsWith("Update", StringComparison.Ordinal)
                && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(IdentifierKeys))
                && !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(TimelineRoute)))
            .Where(keyed => !keyed.DeclaringType!.GetMethods().Any(method => method.Name == keyed.Name
                && method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(
                    keyed.GetParameters().Select(parameter => parameter.ParameterType).Where(type => type != typeof(IdentifierKeys)))))
            .Select(method => $"{method.DeclaringType!.Name}.{method}")
            .Should().BeEmpty();

    [Fact]
    public void Every_client_has_a_protected_constructor_for_mocks() =>
        PublicTypes.Where(type => type is { IsSealed: false, IsInterface: false } && IsClient(type))
            .Where(type => !type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance)
                .Any(constructor => constructor.IsFamily && constructor.GetParameters().Length == 0))
            .Should().BeEmpty();

    [Fact]
    public void What_a_client_gives_can_be_made_by_a_mock_but_for_queries()
    {
        Type[] queries = [typeof(RecordQuery<>), typeof(ListQuery<>)];
        PublicTypes.Where(IsClient)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(method => Parts(method.ReturnType))
            .Where(type => type.Assembly == typeof(GainsightClient).Assembly && type is { IsClass: true, IsAbstract: false })
            .Where(type => !type.IsGenericParameter && !IsClient(type) && type.GetConstructors().Length == 0)
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)
            .Distinct()
            .Should().BeEquivalentTo(queries);
    }

    [Fact]
    public void Every_other_class_is_sealed_static_or_abstract_but_for_the_bases_of_hierarchies()
    {
        Type[] bases = [typeof(GainsightException), typeof(GainsightApiException), typeof(GainsightJobException), typeof(Field<>)];
        PublicTypes.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Where(type => !IsClient(type))
            .Should().BeEquivalentTo(bases);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/Gainsight.Client/DependencyInjection/GainsightServiceCollectionExtensions.cs")]
    public void Every_setting_that_configuration_takes_is_named(string document)
    {
        var text = ApprovedFile.Read(document);
        GainsightSettings.All.Keys
            .Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal) && !text.Contains($"\"{name}\"", StringComparison.Ordinal) && !text.Contains($"<c>{name}</c>", StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_public_type_is_in_the_one_namespace_of_the_package() =>
        PublicTypes.Where(type => type.Namespace != "Gainsight.Client").Select(type => type.FullName)
            .Should().Equal("Microsoft.Extensions.DependencyInjection.GainsightServiceCollectionExtensions");

    [Fact]
    public void Every_record_type_carries_its_converter() =>
        PublicTypes.Where(type => type is { IsAbstract: false } && typeof(GainsightRecord).IsAssignableFrom(type))
            .Where(type => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType != typeof(RecordJsonConverter<>).MakeGenericType(type))
            .Should().BeEmpty();

    public static TheoryData<Type, Type> RecordTypes
    {
        get
        {
            var types = new TheoryData<Type, Type>();
            foreach (var record in PublicTypes.Where(type => type is { IsAbstract: false } && typeof(GainsightRecord).IsAssignableFrom(type) && type != typeof(ObjectRecord)))
            {
                types.Add(record, PublicTypes.Single(type => type.Name == record.Name + "Fields"));
            }

            return types;
        }
    }

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void Every_property_of_a_record_type_has_a_field_token_of_its_name_and_type(Type record, Type fields)
    {
        var tokens = fields.GetProperties().Where(property => typeof(Field).IsAssignableFrom(property.PropertyType)).ToArray();
        foreach (var property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.GetIndexParameters().Length == 0 && !IsListOfRecords(property.PropertyType)))
        {
            var token = tokens.Should().ContainSingle(candidate => candidate.Name == property.Name).Which;
            var valueType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

            // A field of JSON is read as whatever it stands for.
            (token.PropertyType == typeof(Field<JsonElement>) || typeof(Field<>).MakeGenericType(valueType).IsAssignableFrom(token.PropertyType))
                .Should().BeTrue("{0} must fit its token", property.Name);

            // Gainsight writes Company_ID and SFDCUserName where .NET has CompanyId and SfdcUserName.
            ((Field)token.GetValue(null)!).Name.Replace("_", string.Empty, StringComparison.Ordinal).Should().BeEquivalentTo(property.Name);
            ((Field)token.GetValue(null)!).IsReadOnly.Should().Be(property.SetMethod is null, "{0} is settable when it may be sent", property.Name);
        }
    }

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void Every_field_of_a_record_type_says_how_well_it_is_known(Type record, Type fields)
    {
        var all = ((IReadOnlyList<Field?>)fields.GetProperty("All")!.GetValue(null)!).ToArray();
        all.Should().NotContainNulls();
        var system = fields.GetProperties().Where(property => typeof(SystemFields).GetProperty(property.Name) is not null).Select(property => property.Name);
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.GetCustomAttribute<FieldFactsAttribute>() is not null)
            .Select(property => (Field?)fields.GetProperty(property.Name)!.GetValue(null))
            .Should().Equal(all.Where(field => !system.Contains(field!.Name)));
    }

    [Fact]
    public void Every_operation_has_its_own_name_a_source_and_a_known_bucket()
    {
        Operation.All.Select(operation => operation.Name).Should().OnlyHaveUniqueItems();
        Operation.All.Should().OnlyContain(operation => operation.Source.Length > 0 && operation.Template.StartsWith('/'));
        Operation.All.Select(operation => operation.Bucket).OfType<string>().Should().BeSubsetOf(new QuotaOptions().Buckets.Keys);
        Operation.All.Should().HaveCount(typeof(Operation).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Count(property => property.PropertyType == typeof(Operation)));
    }

    [Fact]
    public void No_exception_takes_a_record_or_a_credential() =>
        PublicTypes.Where(type => typeof(Exception).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties())
            .Where(property => typeof(GainsightRecord).IsAssignableFrom(property.PropertyType) || typeof(GainsightCredential).IsAssignableFrom(property.PropertyType))
            .Should().BeEmpty();

    /// <summary>Whether the type is a client, generic bases included.</summary>
    private static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type);

    private static bool IsClient(Type type) => type.Name.Split('`')[0].EndsWith("Client", StringComparison.Ordinal);

    /// <summary>Whether the property holds rows of another object, such as a person's companies, which are no field.</summary>
    private static bool IsListOfRecords(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>) && typeof(GainsightRecord).IsAssignableFrom(type.GetGenericArguments()[0]);

    private static bool IsAsynchronous(MethodInfo method)
    {
        var type = method.ReturnType;
        return typeof(Task).IsAssignableFrom(type)
            || type == typeof(ValueTask)
            || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));
    }
}
