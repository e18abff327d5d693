namespace Gainsight.Client.Emulator;

public sealed partial class GainsightEmulator
{
    /// <summary>
    /// Makes the tenant new again: the default data, and the first tenant id, access key, switches, limits and clock offset. Faults, tokens, jobs, quota and
    /// the request log are empty, and random numbers start again at the seed. Handlers stay valid. An <see cref="EmulatedObject"/> or
    /// <see cref="EmulatedRow"/> that a test holds belongs to the data before. Do not call it while requests are in progress.
    /// </summary>
    public void Reset()
    {
        lock (_tenant.Sync)
        {
            SettingText.Copy(new EmulatorSwitches(), Switches);
            SettingText.Copy(new EmulatorLimits(), Limits);
            Faults.Reset();
            Pipeline.Reset();
            _credentials.Reset();
            ClockOffset = _options.ClockOffset;
            _tenant.Clear();
            _tenant.Id = _options.TenantId;
            DefaultTenant.Fill(_tenant);
            Requests.Clear();
        }
    }
}
