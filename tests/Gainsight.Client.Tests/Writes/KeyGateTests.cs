namespace Gainsight.Client.Tests;

public sealed class KeyGateTests
{
    [Fact]
    public async Task Keys_are_taken_all_or_none_and_a_release_wakes_who_waits()
    {
        KeyGate gate = KeyGate.For("host", new Clock());
        gate.TryEnter(["a", "b"], out _).Should().BeTrue();

        gate.TryEnter(["b", "c"], out Task released).Should().BeFalse();
        gate.TryEnter(["c"], out _).Should().BeTrue("whoever was refused holds nothing");
        released.IsCompleted.Should().BeFalse();

        gate.Leave(["a", "b"]);
        await released.WaitAsync(TimeSpan.FromSeconds(30));
        gate.TryEnter(["b"], out _).Should().BeTrue();
    }

    [Fact]
    public void One_tenant_has_one_gate_in_a_process()
    {
        var clock = new Clock();

        KeyGate.For("host", clock).Should().BeSameAs(KeyGate.For("host", clock));
        KeyGate.For("other", clock).Should().NotBeSameAs(KeyGate.For("host", clock));
    }

    private sealed class Clock : TimeProvider;
}
