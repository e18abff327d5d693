namespace Gainsight.Client.Emulator;

/// <summary>Where a response of the People API holds the person.</summary>
public enum PersonDataForm
{
    /// <summary><c>data</c> is the person.</summary>
    Person,

    /// <summary>The person is in <c>data.records[]</c>.</summary>
    Records,

    /// <summary>The person is in <c>data.people[]</c>.</summary>
    People,
}
