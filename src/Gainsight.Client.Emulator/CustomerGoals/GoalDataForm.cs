namespace Gainsight.Client.Emulator;

/// <summary>The <c>data</c> of the response to a write of a customer goal.</summary>
public enum GoalDataForm
{
    /// <summary><c>success</c> and <c>failure</c>: lists of objects with the goal's name and its GSID or error.</summary>
    NamedOutcomes,

    /// <summary><c>success</c> and <c>failure</c> as in the Cockpit family: reference or position, and GSID or error.</summary>
    References,

    /// <summary>The goal itself. A failure is <c>result:false</c>.</summary>
    Goal,

    /// <summary>A list that holds the goal. A failure is <c>result:false</c>.</summary>
    List,
}
