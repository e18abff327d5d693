namespace Gainsight.Client.Tests.Writes;

public sealed class JournalIdTests
{
    [Fact]
    public void Equal_content_in_one_scope_has_one_id()
    {
        var id = JournalId.Of("northwind|COMPANY|", new Company { Name = "Acme" });

        JournalId.Of("northwind|COMPANY|", new Company { Name = "Acme" }).Should().Be(id);
        JournalId.Of("northwind|COMPANY|", new Company { Name = "acme" }).Should().NotBe(id);
        JournalId.Of("southwind|COMPANY|", new Company { Name = "Acme" }).Should().NotBe(id);
        JournalId.Of("a"u8).Should().NotBe(JournalId.Of("b"u8));
    }

    [Fact]
    public void Equal_rows_are_told_apart_by_how_often_they_came()
    {
        UInt128 content = 5;

        JournalId.Of(content, 1).Should().Be(content);
        new[] { JournalId.Of(content, 1), JournalId.Of(content, 2), JournalId.Of(content, 3), JournalId.Of(6, 2) }.Should().OnlyHaveUniqueItems();
        JournalId.Of(content, 2).Should().Be(JournalId.Of(content, 2));
    }

    [Fact]
    public void An_id_is_written_as_32_digits_and_read_again()
    {
        UInt128 id = new(0x0123456789ABCDEF, 0xF);

        JournalId.ToText(id).Should().Be("0123456789ABCDEF000000000000000F");
        JournalId.Parse("0123456789ABCDEF000000000000000F").Should().Be(id);
        FluentActions.Invoking(() => JournalId.Parse("0123")).Should().Throw<FormatException>().WithMessage("*32 hexadecimal digits*");
    }
}
