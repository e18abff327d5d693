using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Samples.Tests;

/// <summary>Bytes and options that the sample EventDestination cannot use.</summary>
public sealed class EventInputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("event-input-");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_line_that_is_not_UTF_8_is_refused_with_the_byte_and_kept_as_it_is(bool isPiped)
    {
        byte[] bad = [.. "{\"type\":\"identify\",\"traits\":{\"email\":\"b@alder.example\",\"name\":\"Caf"u8, 0xE9, .. "\"}}"u8];
        byte[] input = [0xEF, 0xBB, 0xBF, .. Identify("a", "Café"), .. "\r\n"u8, .. bad, .. "\n"u8, .. Identify("c", "C")];
        var file = Path.Combine(_folder.FullName, "events.jsonl");
        await File.WriteAllBytesAsync(file, input);

        (var code, var said) = await RunAsync(isPiped ? input : [], isPiped ? "-" : file);

        code.Should().Be(1, said);
        said.Should().Contain("line 1: identify sent").And.Contain("line 3: identify sent").And.Contain("2 events sent, 1 refused.");
        using var refusal = JsonDocument.Parse((await File.ReadAllLinesAsync(isPiped ? Refusals : Path.Combine(_folder.FullName, "events.jsonl.refused"))).Should().ContainSingle().Which);
        refusal.RootElement.GetProperty("Line").GetInt32().Should().Be(2);
        refusal.RootElement.GetProperty("Reason").GetString().Should().Be($"The byte at offset {bad.Length - 4} of the line is not UTF-8. Save the input as UTF-8.");
        refusal.RootElement.GetProperty("Bytes").GetBytesFromBase64().Should().Equal(bad);
        refusal.RootElement.TryGetProperty("Event", out _).Should().BeFalse("sent again, it would be another event");
    }

    [Fact]
    public async Task The_file_of_refused_events_is_for_its_owner_only()
    {
        await RunAsync([.. "{}\n"u8], "-");

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Refusals).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory]
    [InlineData("--refused needs the name of a file.", "-", "--refused")]
    [InlineData("--refused needs the name of a file.", "--refused")]
    [InlineData("--refused needs the name of a file.", "-", "--refused", "")]
    public async Task Refused_events_need_a_file(string told, params string[] arguments)
    {
        (var code, var said) = await RunAsync([], arguments);

        code.Should().Be(1);
        said.Should().Contain(told);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Refusals => Path.Combine(_folder.FullName, "refused.jsonl");

    private static byte[] Identify(string name, string text) =>
        Encoding.UTF8.GetBytes($$$"""{"type":"identify","traits":{"email":"{{{name}}}@alder.example","name":"{{{text}}}"}}""");

    private async Task<(int Code, string Said)> RunAsync(byte[] input, params string[] arguments)
    {
        var output = Path.GetRelativePath(Path.Combine(Repository.Root, "tests", "Gainsight.Client.Samples.Tests"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.Samples, "EventDestination", output, "EventDestination.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment.Remove("GAINSIGHT_BASE_ADDRESS");
        start.Environment.Remove("GAINSIGHT_ACCESS_KEY");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended, and said why.
        }

        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said + await errors);
    }
}
