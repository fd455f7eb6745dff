using System.Diagnostics.CodeAnalysis;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>The steps of one root as the tree they label.</summary>
internal sealed class LabelTree
{
    private readonly Dictionary<byte[], LabelTree> children = new(NameComparer.Instance);

    /// <summary>The step that starts here; -1 where the one above goes on.</summary>
    public int Step { get; private set; } = -1;

    public ItemType Type { get; private set; } = ItemType.Directory;

    /// <summary>Whether anything beneath, or this itself, is to be removed.</summary>
    public bool Removes { get; private set; }

    /// <summary>Whether anything beneath, or this itself, is to be looked through.</summary>
    public bool IsLookedThrough { get; private set; }

    public IEnumerable<KeyValuePair<byte[], LabelTree>> Children => children;

    public LabelTree? Find(ReadOnlySpan<byte> name) =>
        children.Count > 0 && children.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var child) ? child : null;

    /// <summary>Builds the tree of a root.</summary>
    /// <exception cref="InvalidDataException">a path that does not lead beneath the root, or two steps for one path</exception>
    public static LabelTree Of(Plan plan, int root)
    {
        var tree = new LabelTree();
        foreach (var step in plan.Steps)
            if (step.Root == root)
                tree.Add(step, plan.Decisions[step.Decision]);
        return tree;
    }

    private void Add(PlanStep step, Decision decision)
    {
        var node = this;
        node.Note(decision);
        if (!step.Path.IsEmpty)
            foreach (var range in step.Path.Bytes.Split((byte)'/'))
            {
                var name = step.Path.Bytes[range];
                if (name.IsEmpty || name.Length > UnixPath.MaxName || name.SequenceEqual("."u8) || name.SequenceEqual(".."u8) || name.Contains((byte)0))
                    throw new InvalidDataException($"step {step.Number} of the plan has the path '{step.Path}', which is not beneath its root");
                var next = node.Find(name);
                if (next is null)
                    node.children.Add(name.ToArray(), next = new());
                node = next;
                node.Note(decision);
            }
        if (node.Step >= 0)
            throw new InvalidDataException($"steps {node.Step} and {step.Number} of the plan are for the same path '{step.Path}'");
        node.Step = step.Number;
        node.Type = step.Type;
    }

    private void Note(Decision decision)
    {
        Removes |= decision.Treatment == Treatment.Delete;
        IsLookedThrough |= decision.Place is not null;
    }

    private sealed class NameComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly NameComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
