namespace Gainsight.Client.Benchmarks;

/// <summary>The body of a query with ten conditions, in pooled memory.</summary>
internal sealed class FilterWork
{
    private readonly QueryPlan _plan = new()
    {
        Definition = CompanyFields.Definition,
        Select = CompanyFields.All,
        Where = Enumerable.Range(0, 10).Select(i => (Filter)CompanyFields.Arr.GreaterThan(i)).Aggregate((left, right) => left & right),
    };

    public int Compile()
    {
        using var body = JsonBody.Create(_plan, static (writer, plan) => plan.Write(writer, WireFormat.Default, 5000, 0));
        return body.Memory.Length;
    }
}
