namespace Gainsight.Client.Emulator;

/// <summary>Where a person stands in the answers of the People API.</summary>
public enum PersonDataForm
{
    /// <summary><c>data</c> is the person.</summary>
    Person,

    /// <summary>In <c>data.records[]</c>.</summary>
    Records,

    /// <summary>In <c>data.people[]</c>.</summary>
    People,
}
