using System.Text;

namespace Gainsight.Client.Emulator.Tests;

public sealed class LineStreamTests
{
    [Fact]
    public void A_line_is_made_only_when_it_is_read()
    {
        var made = 0;
        IEnumerable<string> Lines()
        {
            while (made < 250_000)
            {
                made++;
                yield return "12345678\r\n";
            }
        }

        using var stream = new LineStream(Lines(), broken: false, TextEncodings.Of(TextEncodingForm.Utf8));
        var buffer = new byte[25];
        var read = stream.Read(buffer, 0, buffer.Length);
        var madeAtFirst = made;
        long rest = 0;
        for (var part = stream.Read(buffer); part > 0; part = stream.Read(buffer))
        {
            rest += part;
        }

        (read, madeAtFirst).Should().Be((25, 3));
        (read + rest).Should().Be(2_500_000);
    }

    [Fact]
    public void Text_is_UTF_8_whatever_the_size_of_the_buffer()
    {
        using var stream = new LineStream(["ü", "€", "😀"], broken: false, TextEncodings.Of(TextEncodingForm.Utf8));
        var bytes = new List<byte>();
        for (var one = stream.ReadByte(); one >= 0; one = stream.ReadByte())
        {
            bytes.Add((byte)one);
        }

        Encoding.UTF8.GetString([.. bytes]).Should().Be("ü€😀");
    }
}
