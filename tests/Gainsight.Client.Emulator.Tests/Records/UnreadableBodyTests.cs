using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class UnreadableBodyTests
{
    [Theory]
    [InlineData("{")]
    [InlineData("""{"records":[{"Name":"half a character: \ud800"}]}""")]
    [InlineData("""{"records":[{"\udc00":"half a character in a name"}]}""")]
    public async Task A_body_that_cannot_be_read_is_refused_and_writes_nothing(string body)
    {
        using var tenant = new Tenant();

        var answer = await tenant.SendAsync(HttpMethod.Post, "/v1/data/objects/Company", body);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Result.Should().BeFalse();
        tenant.Companies.Count.Should().Be(0);
    }
}
