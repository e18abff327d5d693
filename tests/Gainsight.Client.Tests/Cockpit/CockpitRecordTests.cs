using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Tests.Cockpit;

public sealed class CockpitRecordTests
{
    private static Cta Loaded => new RecordPageReader<Cta>().Read(
        """[{"Gsid":"G1","StatusId":"1I00","StatusId__gr.Name":"New","DueDate":"2031-03-14T09:00:00Z","associatedRecords":[{"recordId":"5009","objectName":"Case","source":"SFDC"}]}]"""u8)[0];

    [Fact]
    public void A_label_is_one_property_whether_it_was_loaded_or_set()
    {
        var cta = Loaded;

        cta.Status.Should().Be("New");
        cta.IsSet(CtaFields.Status).Should().BeTrue();
        cta.IsChanged(CtaFields.Status).Should().BeFalse();
        cta.Status = "Closed Success";
        cta.Status.Should().Be("Closed Success");
        cta.IsChanged(CtaFields.Status).Should().BeTrue();
        cta.Status = null;
        cta.Status.Should().BeNull();
        cta.DueDate.Should().Be(new DateOnly(2031, 3, 14));
        cta.AssociatedRecords.Should().Equal(new AssociatedRecord("5009", "Case", "SFDC"));
    }

    [Fact]
    public void Labels_and_objectives_survive_json_with_their_lookups()
    {
        var objective = new Cta { Name = "First report live", DueDate = new DateOnly(2031, 4, 30) };
        objective.SetLookup(CtaFields.OwnerId, UserFields.Email, "dana@example.test");
        var plan = new SuccessPlan { Name = "Onboard", Templates = ["a", "b"], Objectives = [objective] };

        var copy = JsonSerializer.Deserialize<SuccessPlan>(JsonSerializer.Serialize(plan))!;
        var label = JsonSerializer.Deserialize<Cta>(JsonSerializer.Serialize(Loaded))!;

        label.Status.Should().Be("New");
        copy.Templates.Should().Equal("a", "b");
        var read = copy.Objectives.Should().ContainSingle().Subject;
        (read.Name, read.DueDate).Should().Be(("First report live", new DateOnly(2031, 4, 30)));
        read.IsChanged(CtaFields.OwnerId).Should().BeTrue("its lookup is kept");
    }

    [Fact]
    public void Objectives_are_copied_when_they_are_set()
    {
        var objective = new Cta { Name = "before" };
        var plan = new SuccessPlan { Objectives = [objective] };

        objective.Name = "after";

        plan.Objectives![0].Name.Should().Be("before");
        plan.Objectives = null;
        plan.Objectives.Should().BeNull();
        plan.Invoking(each => each.Objectives = [null!]).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void What_is_not_a_list_says_which_field_it_is()
    {
        var plan = new SuccessPlan { ["Templates"] = "one", ["Objectives"] = "two" };

        plan.Invoking(each => each.Templates).Should().Throw<GainsightProtocolException>().WithMessage("*Templates*");
        plan.Invoking(each => each.Objectives).Should().Throw<GainsightProtocolException>().WithMessage("*Objectives*");
    }

    [Theory]
    [InlineData("""[{"r":"COCKPIT_9700: Missing mandatory fields for create - CompanyId"}]""", "COCKPIT_9700", "CompanyId", "Missing mandatory fields for create - CompanyId")]
    [InlineData("""[{"r":"Invalid value - Orbiting"}]""", null, null, "Invalid value - Orbiting")]
    [InlineData("""[{"r":{"errorCode":"C","errorDesc":"d"}}]""", "C", null, "d")]
    [InlineData("""[{"r":[{"errorCode":"C","errorDesc":"d"}]}]""", "C", null, "d")]
    [InlineData("""{"r":["C: d"]}""", "C", null, "d")]
    public void A_reason_is_read_in_every_form(string failure, string? code, string? field, string message) =>
        RecordErrorReader.Read(Encoding.UTF8.GetBytes(failure)).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new RecordError(code, message, field));
}
