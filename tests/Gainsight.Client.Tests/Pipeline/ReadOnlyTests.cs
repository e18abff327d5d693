using System.Reflection;

namespace Gainsight.Client.Tests;

/// <summary>A read-only client sends no write, whichever way it comes.</summary>
public sealed class ReadOnlyTests
{
    public static TheoryData<string> Writes => [.. Operation.All.Where(operation => operation.Safety != RetrySafety.Safe).Select(operation => operation.Name)];

    public static TheoryData<string> Reads => [.. Operation.All.Where(operation => operation.Safety == RetrySafety.Safe && operation.Bucket is not null).Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Every_operation_that_changes_something_is_refused_before_a_call(string name)
    {
        using var fixture = new PipelineFixture(options => options.ReadOnly = true);

        var refused = await fixture.FailAnyAsync(PipelineFixture.Of(Operation.All.Single(operation => operation.Name == name)));

        refused.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain("read-only").And.Contain(name);
        fixture.Wire.Sent.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Every_operation_that_only_reads_is_sent(string name)
    {
        using var fixture = new PipelineFixture(options => options.ReadOnly = true);

        fixture.Wire.Answer(StubHandler.Envelope());

        using var answer = await fixture.SendAsync(PipelineFixture.Of(Operation.All.Single(operation => operation.Name == name)));

        answer.IsSuccess.Should().BeTrue();
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("MERGE")]
    public async Task Raw_calls_other_than_GET_and_HEAD_are_refused(string method)
    {
        using var client = Client();

        await FluentActions.Awaiting(() => client.SendAsync(new GainsightRequest(new HttpMethod(method), "/v1/x") { CanRepeat = true }))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("*read-only*");
    }

    /// <summary>Every public method that gives a report or an outcome, with arguments made up by its parameters' types.</summary>
    [Fact]
    public async Task Every_write_of_every_area_is_refused_at_once()
    {
        using var client = Client();
        var called = 0;
        object[] areas = [.. typeof(GainsightClient).GetProperties().Select(property => property.GetValue(client)!), client.Objects("Asset__gc")];
        foreach (var area in areas)
        {
            foreach (var method in area.GetType().GetMethods().Where(IsWrite))
            {
                called++;
                var act = async () =>
                {
                    var result = method.Invoke(area, BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(Argument)], null);
                    if (result is Task task)
                    {
                        await task;
                    }
                };
                await act.Should().ThrowAsync<InvalidOperationException>("{0}.{1} writes", area.GetType().Name, method).WithMessage("*read-only*");
            }
        }

        called.Should().BeGreaterThan(100);
    }

    private static bool IsWrite(MethodInfo method) => method.ReturnType.ToString() is var type
        && (type.Contains("WriteReport", StringComparison.Ordinal) || type.Contains("RowOutcome", StringComparison.Ordinal));

    private static object? Argument(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return type == typeof(string) ? "1P01"
            : type == typeof(IdentifierKeys) ? IdentifierKeys.Create(parameter.Member.DeclaringType == typeof(TimelineClient) ? "ExternalId" : parameter.Member.Name.StartsWith("Upsert", StringComparison.Ordinal) ? "Email" : "Gsid")
            : type == typeof(WriteOptions) ? new WriteOptions()
            : type.IsValueType ? Activator.CreateInstance(type)
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? Array.CreateInstance(type.GetGenericArguments()[0], 1)
            : type.IsGenericType ? Stream(type.GetGenericArguments()[0])
            : Activator.CreateInstance(type);
    }

    private static object Stream(Type row) =>
        typeof(ReadOnlyTests).GetMethod(nameof(EmptyAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(row).Invoke(null, null)!;

    private static async IAsyncEnumerable<T> EmptyAsync<T>()
    {
        await Task.CompletedTask;
        yield break;
    }

    private static GainsightClient Client() => new(new GainsightClientOptions
    {
        Tenant = "northwind",
        Credential = new AccessKeyCredential("key"),
        PrimaryHandler = new StubHandler(),
        ReadOnly = true,
    });
}
