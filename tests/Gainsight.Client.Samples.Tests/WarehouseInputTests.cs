extern alias Warehouse;

using System.Globalization;
using System.Text;
using Gainsight.Client.Emulator;
using Microsoft.Extensions.Configuration;
using WarehouseSync;
using SampleTenants = Warehouse::Samples.SampleTenants;

namespace Gainsight.Client.Samples.Tests;

/// <summary>Bad files and options of the sample WarehouseSync: told in the words of the user, and nothing is written half.</summary>
public sealed class WarehouseInputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("warehouse-input-");
    private readonly StringWriter _output = new();
    private readonly SampleTenants _tenants = new(new ConfigurationBuilder().AddInMemoryCollection().Build(), "emulator");

    private EmulatedObject Companies => _tenants.Emulators["emulator"].Object("Company");

    [Theory]
    [InlineData("Name,Employees\nElm,7\n\"Fir,8\nGum,9\n", 3)]
    [InlineData("Name,Employees\nElm,7\n\"Fir\" 2,8\n", 3)]
    public async Task A_file_that_stops_being_csv_is_told_with_its_line_and_nothing_is_written(string text, int line)
    {
        var file = Write(text);

        (await FailAsync("--file", file, "--object", "company")).Should().StartWith(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}: ")).And.EndWith("Nothing was written.");

        _tenants.Emulators["emulator"].Requests.CountOf(EmulatorOperations.Insert).Should().Be(0);
    }

    [Fact]
    public async Task A_row_with_more_or_fewer_cells_is_refused_with_its_line_and_the_others_are_written_once()
    {
        var file = Write("Name,Employees\n\"Elm\",7\nFir,8,9\nGum\nOak,9\n");

        (await RunAsync("--file", file, "--object", "company")).Should().BeFalse();
        _output.ToString().Should().Contain("row 2: Failed. Expected 2 cells, one for each name of the first line, but there are 3 (line 3)")
            .And.Contain("row 3: Failed. Expected 2 cells, one for each name of the first line, but there are 1 (line 4)").And.Contain("2 Failed, 2 Inserted.");
        await File.WriteAllTextAsync(file, "Name,Employees\n\"Elm\",7\nFir,8\nGum,10\nOak,9\n");
        (await RunAsync("--file", file, "--object", "company", "--resume")).Should().BeTrue(_output.ToString());

        Companies.Rows.Select(row => row["Name"]).Should().OnlyHaveUniqueItems().And.Contain(["Elm", "Fir", "Gum", "Oak"]);
    }

    [Theory]
    [InlineData("tab")]
    [InlineData("\\t")]
    public async Task A_tab_has_a_name(string delimiter)
    {
        (await RunAsync("--file", Write("Name,x\tEmployees\nElm\t7\n"), "--object", "company", "--map", "Name,x=Name", "--delimiter", delimiter)).Should().BeTrue(_output.ToString());

        Companies.Rows.Should().Contain(row => Equals(row["Name"], "Elm"));
    }

    [Theory]
    [InlineData("--delimiter", "", "--delimiter is empty. Give a value.")]
    [InlineData("--delimiter", "ab", "--delimiter: 'ab' cannot separate cells. Give one character such as ; or ',', or tab, or leave it out.")]
    [InlineData("--encoding", "", "--encoding is empty.")]
    [InlineData("--map", "=Name", "--map =Name is not COLUMN=FIELD.")]
    [InlineData("--map", "Name=", "--map Name= is not COLUMN=FIELD.")]
    [InlineData("--map", "", "--map is empty.")]
    [InlineData("--object", "", "--object is empty.")]
    [InlineData("--key", "", "--key is empty.")]
    [InlineData("--dates", "", "--dates is empty.")]
    [InlineData("--file", "", "--file is empty.")]
    public async Task An_option_without_a_use_is_named(string option, string value, string told)
    {
        string[] usual = [.. option == "--file" ? [] : (string[])["--file", Write("Name,Employees\nElm,7\n")], .. option == "--object" ? [] : (string[])["--object", "company"]];

        (await FailAsync([.. usual, option, value])).Should().Contain(told);

        _tenants.Emulators["emulator"].Requests.CountOf(EmulatorOperations.Insert).Should().Be(0);
    }

    [Fact]
    public async Task A_file_without_rows_or_without_columns_is_told()
    {
        (await RunAsync("--file", Write("Name,Employees\n"), "--object", "company")).Should().BeTrue();
        _output.ToString().Should().Contain("0 rows of ").And.Contain("No rows. ").And.NotContain($"{Environment.NewLine}. ");
        (await FailAsync("--file", Write(""), "--object", "company")).Should().EndWith("is empty. Its first line must name the columns.");
    }

    [Fact]
    public async Task The_results_are_for_their_owner_only()
    {
        var file = Write("Name\nElm\n");
        await RunAsync("--file", file, "--object", "company");

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file + ".results.jsonl").Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public void Dispose()
    {
        _tenants.Dispose();
        _output.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Write(string text)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(file, text, new UTF8Encoding(false));
        return file;
    }

    private Task<bool> RunAsync(params string[] arguments) => new SyncCommand(_tenants, null, _output).RunAsync(arguments, CancellationToken.None);

    private async Task<string> FailAsync(params string[] arguments)
    {
        try
        {
            (await RunAsync(arguments)).Should().BeFalse();
            return _output.ToString();
        }
        catch (Exception problem) when (problem is ArgumentException or GainsightException or IOException or InvalidDataException)
        {
            return problem.Message;
        }
    }
}
