using System.Diagnostics;

namespace Gainsight.Client.OutboxSample.Tests;

/// <summary>What the sample says of a database that it cannot use.</summary>
public sealed class OutboxInputTests
{
    [Fact]
    public async Task Without_a_database_it_says_what_to_set_and_exits_with_2()
    {
        (await RunAsync(null)).Should().Be((2, "Set GAINSIGHT_SAMPLE_POSTGRES to the connection string of a PostgreSQL database, such as Host=localhost;Username=me;Password=secret;Database=app.\n"));
    }

    [Theory]
    [InlineData("nonsense", "is not a connection string")]
    [InlineData("Host=127.0.0.1;Prot=5432;Password=hidden", "is not a connection string, such as Host=localhost;Username=me;Password=secret;Database=app. Couldn't set prot")]
    [InlineData("Username=me;Password=hidden", "is not a connection string")]
    [InlineData("Host=127.0.0.1;Port=1;Username=me;Password=hidden", "PostgreSQL on 127.0.0.1:1 does not answer")]
    public async Task A_connection_string_that_is_wrong_is_told_without_its_password(string connection, string reason)
    {
        var (code, said) = await RunAsync(connection);

        code.Should().Be(1, said);
        said.Should().Contain(reason).And.Contain("GAINSIGHT_SAMPLE_POSTGRES").And.NotContain("hidden").And.NotContain("Unhandled");
    }

    [PostgresFact]
    public async Task A_server_that_refuses_and_a_user_without_rights_are_told_with_the_remedy()
    {
        await using var server = NpgsqlDataSource.Create(PostgresFactAttribute.Connection!);
        var user = $"outbox_{Guid.NewGuid():N}";
        var parts = new NpgsqlConnectionStringBuilder(PostgresFactAttribute.Connection) { Database = "nowhere" };
        (await RunAsync(parts.ConnectionString)).Said.Should().Contain("""refuses: database "nowhere" does not exist. Correct GAINSIGHT_SAMPLE_POSTGRES.""");

        await Outbox.Database.ExecuteAsync(server, $"create user {user} password 'hidden'", CancellationToken.None);
        (parts.Username, parts.Password, parts.Database) = (user, "hidden", new NpgsqlConnectionStringBuilder(PostgresFactAttribute.Connection).Database ?? "postgres");
        var (code, said) = await RunAsync(parts.ConnectionString);
        await Outbox.Database.ExecuteAsync(server, $"drop user {user}", CancellationToken.None);

        code.Should().Be(1, said);
        said.Should().Contain($"grant create on database \"{parts.Database}\" to \"{user}\"\n").And.NotContain("hidden");
    }

    private static async Task<(int Code, string Said)> RunAsync(string? connection)
    {
        var start = OutboxProcesses.Program("samples/Outbox");
        start.Environment[Outbox.Database.Variable] = connection;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
