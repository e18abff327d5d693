using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>How the last run of a job ended, or that it has not ended. JSON has the names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
public enum RunState
{
    /// <summary>The job has not run yet.</summary>
    NeverRan,

    /// <summary>The job is running, in this process or another one.</summary>
    Running,

    /// <summary>The run did what it had to do. <see cref="RunStatus.Notes"/> names the rows that it left out.</summary>
    Completed,

    /// <summary>The run threw, or something in it failed. <see cref="RunStatus.Notes"/> begins with the reason.</summary>
    Failed,

    /// <summary>The run was cancelled, or its process ended.</summary>
    Interrupted,

    /// <summary>The file of the status cannot be read. The next run replaces it.</summary>
    Unknown,
}
