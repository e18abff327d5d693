namespace Gainsight.Client;

/// <summary>The fields of a task (object <c>cs_task</c>).</summary>
/// <remarks>
/// A query that selects or filters by <see cref="Type"/>, <see cref="Status"/> or <see cref="Priority"/> asks for the label
/// (<c>StatusId__gr.Name</c>).
/// </remarks>
public static partial class CsTaskFields;
