using System.Reflection;

namespace Gainsight.Client.Tests;

/// <summary>An option that refuses a value names itself, not the parameter of its setter.</summary>
public sealed class OptionNameTests
{
    [Fact]
    public void An_option_that_refuses_a_value_names_itself()
    {
        var refused = new List<string>();
        foreach (var type in typeof(GainsightClient).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && !type.IsAbstract))
        {
            foreach (var option in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true } && ValuesOf(property.PropertyType).Length > 0))
            {
                foreach (var value in ValuesOf(option.PropertyType))
                {
                    if (Refusal(option, Activator.CreateInstance(type)!, value) is { } refusal)
                    {
                        refusal.ParamName.Should().Be(option.Name);
                        refusal.Message.Should().StartWith(option.Name);
                        refused.Add(option.Name);
                    }
                }
            }
        }

        refused.Should().Contain(["PageSize", "MaxConcurrency", "PartBytes", "PollInterval", "MaxWait", "TimeLimit", "ExpectedTotal"]);
    }

    private static ArgumentOutOfRangeException? Refusal(PropertyInfo option, object options, object value)
    {
        try
        {
            option.SetMethod!.Invoke(options, BindingFlags.DoNotWrapExceptions, null, [value], null);
            return null;
        }
        catch (ArgumentOutOfRangeException refusal)
        {
            return refusal;
        }
    }

    private static object[] ValuesOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) => [-1, 0, int.MaxValue],
        var number when number == typeof(long) => [-1L, long.MaxValue],
        var time when time == typeof(TimeSpan) => [TimeSpan.FromTicks(-1), TimeSpan.Zero, TimeSpan.MaxValue],
        _ => [],
    };
}
