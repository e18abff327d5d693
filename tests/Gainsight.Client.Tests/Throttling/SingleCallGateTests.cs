namespace Gainsight.Client.Tests.Throttling;

public sealed class SingleCallGateTests
{
    private static readonly long Patience = TimeSpan.FromSeconds(2).Ticks;

    private readonly SingleCallGate _gate = new();

    [Fact]
    public void A_shorter_refusal_does_not_open_the_gate_sooner()
    {
        _gate.Shut(100);
        _gate.Shut(50);

        _gate.MayPass(60, out var askAgain).Should().BeFalse();
        askAgain.Should().Be(100);
    }

    [Fact]
    public void An_open_gate_starts_no_trial() => _gate.Pass(5).Should().Be(0);

    [Fact]
    public void While_a_trial_runs_the_others_wait_for_its_answer_or_the_end_of_their_patience()
    {
        _gate.Shut(100);
        _gate.MayPass(100, out _).Should().BeTrue();
        _gate.Pass(100).Should().NotBe(0);

        _gate.MayPass(101, out var askAgain).Should().BeFalse();

        askAgain.Should().Be(100 + Patience);
        _gate.MayPass(100 + Patience, out _).Should().BeTrue();
        _gate.ShutUntil.Should().BeNull();
    }

    [Fact]
    public void After_a_refused_trial_the_others_wait_only_until_the_gate_may_open()
    {
        _gate.Shut(100);
        _gate.End(_gate.Pass(100), admitted: false);
        _gate.Shut(150);

        _gate.MayPass(120, out var askAgain).Should().BeFalse();

        askAgain.Should().Be(150);
    }

    [Fact]
    public void The_end_of_a_trial_that_nobody_waits_for_any_more_does_not_open_a_gate_that_was_shut_again()
    {
        _gate.Shut(100);
        var late = _gate.Pass(100);
        _gate.MayPass(100 + Patience, out _).Should().BeTrue();
        _gate.Shut(200 + Patience);
        var trial = _gate.Pass(200 + Patience);

        _gate.End(late, admitted: true);
        _gate.ShutUntil.Should().NotBeNull();
        _gate.End(trial, admitted: true);

        _gate.ShutUntil.Should().BeNull();
    }

    [Fact]
    public void The_end_of_a_call_that_was_no_trial_does_not_open_the_gate()
    {
        _gate.Shut(100);

        _gate.End(0, admitted: true);

        _gate.ShutUntil.Should().Be(100);
    }
}
