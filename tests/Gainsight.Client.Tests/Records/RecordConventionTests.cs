using System.Reflection;

namespace Gainsight.Client.Tests;

public sealed class RecordConventionTests
{
    public static TheoryData<Type> RecordTypes
    {
        get
        {
            var types = new TheoryData<Type>();
            foreach (var type in typeof(GainsightRecord).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(GainsightRecord)) && !type.IsAbstract))
            {
                types.Add(type);
            }

            return types;
        }
    }

    public static TheoryData<Type> FieldClasses
    {
        get
        {
            var types = new TheoryData<Type>();
            foreach (var type in typeof(Field).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Fields", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true }))
            {
                types.Add(type);
            }

            return types;
        }
    }

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void Every_typed_property_reads_and_writes_the_field_it_is_named_after(Type type)
    {
        var record = (GainsightRecord)Activator.CreateInstance(type)!;
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        (properties.Length == 0).Should().Be(type == typeof(ObjectRecord), "{0} is a record type, and only ObjectRecord has no typed fields", type.Name);
        foreach (var property in properties.Where(property => property.CanWrite && !IsListOfRecords(property.PropertyType)))
        {
            var value = Sample(property.PropertyType);
            property.SetValue(record, value);
            var field = record.FieldNames.Should().ContainSingle().Which;
            field.Replace("_", string.Empty, StringComparison.Ordinal).Should().BeEquivalentTo(property.Name);
            property.GetValue(record).Should().BeEquivalentTo(value);
            record.Unset(field);
            property.GetValue(record).Should().BeNull();
        }
    }

    private static object Sample(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => "text",
        var flag when flag == typeof(bool) => true,
        var day when day == typeof(DateOnly) => new DateOnly(2031, 5, 6),
        var time when time == typeof(DateTimeOffset) => new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero),
        var items when items == typeof(IReadOnlyList<string>) => (string[])["one", "two"],
        var records when records == typeof(IReadOnlyList<Cta>) => Array.Empty<Cta>(),
        var number => Convert.ChangeType(7, number, System.Globalization.CultureInfo.InvariantCulture),
    };

    [Theory]
    [MemberData(nameof(FieldClasses))]
    public void Every_token_is_named_after_its_field_and_stands_alone(Type type)
    {
        var tokens = type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType.IsAssignableTo(typeof(Field)))
            .Select(property => (property.Name, Field: (Field)property.GetValue(null)!)).ToArray();

        tokens.Should().NotBeEmpty().And.OnlyContain(token => string.Equals(token.Name, token.Field.Name.Replace("_", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        tokens.Select(token => token.Field.Name.ToUpperInvariant()).Should().OnlyHaveUniqueItems();
    }

    /// <summary>Whether the property holds rows of another object, such as a person's companies, which are no field.</summary>
    private static bool IsListOfRecords(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>) && typeof(GainsightRecord).IsAssignableFrom(type.GetGenericArguments()[0]);
}
