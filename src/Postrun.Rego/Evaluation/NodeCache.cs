namespace Postrun.Rego;

/// <summary>What was found out about the nodes of a policy; forgotten all at once.</summary>
internal sealed class NodeCache<T>
    where T : class
{
    private readonly T?[] values;
    private readonly int[] rounds;
    private int round = 1;

    /// <param name="nodes">A large policy has many, and <c>with</c> may be run often.</param>
    public NodeCache(int nodes)
    {
        Effort.Copy(nodes / 4);
        values = new T?[nodes];
        rounds = new int[nodes];
    }

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
