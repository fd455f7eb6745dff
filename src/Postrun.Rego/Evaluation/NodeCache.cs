namespace Postrun.Rego;

/// <summary>What was found out about the nodes of a policy; forgotten all at once.</summary>
internal sealed class NodeCache<T>(int nodes)
    where T : class
{
    private readonly T?[] values = new T?[nodes];
    private readonly int[] rounds = new int[nodes];
    private int round = 1;

    /// <summary><see langword="null"/> where nothing is known.</summary>
    public T? this[RuleNode node]
    {
        get => rounds[node.Id] == round ? values[node.Id] : null;
        set
        {
            values[node.Id] = value;
            rounds[node.Id] = round;
        }
    }

    public void Clear() => round++;
}
