namespace Gainsight.Client.Tests;

public sealed class RecordConcurrencyTests
{
    [Fact]
    public void Rows_of_several_schemas_read_alike_from_several_threads()
    {
        var rows = new List<Company>();
        for (var i = 0; i < 50; i++)
        {
            rows.AddRange(Wire.Read<Company>($$"""[{"Name":"N{{rows.Count}}","Arr":{{rows.Count}},"Employees":{{rows.Count}}}]"""));
            rows.AddRange(Wire.Read<Company>($$"""[{"X__gc":1,"Employees":{{rows.Count}},"Arr":"{{rows.Count}}","Name":"N{{rows.Count}}"}]"""));
        }

        var wrong = 0;
        Parallel.For(0, 8, _ =>
        {
            for (var round = 0; round < 200; round++)
            {
                for (var i = 0; i < rows.Count; i++)
                {
                    if (rows[i].Name != $"N{i}" || rows[i].Arr != i || rows[i].Employees != i)
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }
            }
        });

        wrong.Should().Be(0);
    }
}
