using System.Text;

namespace Gainsight.Client.Tests.Cockpit;

public sealed class CockpitAnswerTests
{
    [Theory]
    [InlineData("""{"success":[{"r":"G1"}],"failure":[]}""")]
    [InlineData("""{"failure":null,"Success":[{"r":"G1"}]}""")]
    [InlineData("""{"success":{"r":"G1"}}""")]
    [InlineData("""{"success":[{"other":"G0"},{"r":"G1"}]}""")]
    [InlineData("""{"success":[{"r":{"gsid":"G1"}}]}""")]
    [InlineData("""[{"success":[{"r":"G1"}]}]""")]
    [InlineData("""{"Gsid":"G1","Name":"x"}""")]
    [InlineData("""[{"gsid":"G1"}]""")]
    public void A_written_record_is_found_under_its_reference_or_by_its_gsid(string data) =>
        Read(data, "r").Should().Be(new CockpitAnswer(true, "G1"));

    [Theory]
    [InlineData("""{"success":[{"other":"G0"}],"failure":[]}""")]
    [InlineData("""{"success":[],"failure":[{"r":"no"}]}""")]
    [InlineData("""{"failure":[{"r":"no"}]}""")]
    [InlineData("""{"success":null}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"done\"")]
    [InlineData("")]
    public void Nothing_is_concluded_from_an_answer_that_does_not_name_the_record(string data) =>
        Read(data, "r").Should().Be(default(CockpitAnswer));

    [Theory]
    [InlineData("""{"success":[{"1":"G1"}]}""", "G1")]
    [InlineData("""{"success":[{"Name":"x","Gsid":"G1"}]}""", "G1")]
    [InlineData("""{"message":"done"}""", null)]
    public void A_record_without_a_reference_is_found_all_the_same(string data, string? gsid) =>
        Read(data, reference: null).Should().Be(new CockpitAnswer(gsid is not null, gsid));

    [Theory]
    [InlineData("""{"success":[{"Name":"x"}]}""")]
    [InlineData("""{"success":[{"CompanyId":"1P02XGWL9E1ZBYMI0VEGC2M3CF1VBKZ0X1QI"}]}""")]
    public void A_value_of_the_record_is_not_taken_for_its_GSID(string data) =>
        Read(data, reference: null).Should().Be(new CockpitAnswer(true, null));

    private static CockpitAnswer Read(string data, string? reference) => CockpitAnswer.Read(Encoding.UTF8.GetBytes(data), reference);
}
