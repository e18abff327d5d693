using System.Runtime.CompilerServices;
using Gainsight.Client.Tests.Query;

namespace Gainsight.Client.Tests.Changes;

public sealed class RecordCopyTests
{
    [Fact]
    public async Task A_row_without_a_key_is_an_error_that_leaves_the_checkpoint_before_it()
    {
        using var fixture = new QueryFixture();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var copy = new RecordCopy<Company>(path);
            var at = ChangeCheckpoint.Since(DateTimeOffset.UnixEpoch);
            var changes = new GivenChanges(
                new() { Kind = ChangeKind.Created, Gsid = "1P01", Record = new Company { Name = "Acme" }, Checkpoint = at },
                new() { Kind = ChangeKind.Created, Record = new Company { Name = "Bravo" }, Checkpoint = ChangeCheckpoint.Beginning });

            var update = async () =>
            {
                await foreach (var change in copy.UpdateAsync(changes, fixture.Companies))
                {
                    change.Key.Should().Be("1P01");
                }
            };

            await update.Should().ThrowAsync<GainsightProtocolException>().WithMessage("*has no key*ChangeOptions.Key*");
            copy.Checkpoint.Should().Be(at);
            copy.Rows.Keys.Should().Equal("1P01");
        }
        finally
        {
            File.Delete(path + ".lock");
        }
    }

    private sealed class GivenChanges(params Change<Company>[] changes) : ChangesClient
    {
        public override async IAsyncEnumerable<Change<T>> ReadAsync<T>(
            RecordQuery<T> query, ChangeCheckpoint since, ChangeOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach (var change in changes)
            {
                yield return (Change<T>)(object)change;
            }
        }
    }
}
