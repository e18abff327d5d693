namespace Gainsight.Client.IntegrationTests.Metadata;

/// <summary>The emulator describes every object of the record and people APIs as the client models it, so metadata and preflight work without changes.</summary>
public sealed class StandardFieldTests
{
    public static TheoryData<string> Objects { get; } = [.. Modelled.Keys];

    private static Dictionary<string, IReadOnlyList<Field>> Modelled => new()
    {
        ["Company"] = CompanyFields.All,
        ["Relationship"] = RelationshipFields.All,
        ["Person"] = PersonFields.All,
        ["Company_Person"] = CompanyPersonFields.All,
        ["Relationship_Person"] = RelationshipPersonFields.All,
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task Every_field_of_a_model_is_described_with_the_same_type_target_and_writability(string name)
    {
        await using var tenant = await Tenant.StartAsync();

        var description = await tenant.CreateClient().Metadata.DescribeAsync(name);

        foreach (var field in Modelled[name])
        {
            var described = description.Find(field.Name)!;
            described.Should().NotBeNull("{0} has {1}", name, field);
            described.DataType.Should().Be(field.DataType == default ? described.DataType : field.DataType, "of {0}.{1}", name, field);
            described.IsReadOnly.Should().Be(field.IsReadOnly, "of {0}.{1}", name, field);
            if (field is LookupField lookup)
            {
                described.LookupObjects.Should().ContainSingle().Which.Should().BeEquivalentTo(lookup.TargetObject);
            }
        }
    }
}
