using System.Reflection;

namespace Gainsight.Client.Tool.Tests;

public sealed class KnownRecordTests
{
    [Fact]
    public void Every_record_type_of_the_library_is_known_with_its_object()
    {
        var expected = typeof(GainsightClient).Assembly.GetExportedTypes()
            .Select(type => (Type: type, type.GetCustomAttribute<GainsightObjectAttribute>()?.Name))
            .Where(each => each.Name is not null)
            .Select(each => $"{each.Name!.ToLowerInvariant()} {each.Type.Name}");

        KnownRecord.All.Select(each => $"{each.ObjectName} {each.TypeName}").Should().BeEquivalentTo(expected);
    }
}
