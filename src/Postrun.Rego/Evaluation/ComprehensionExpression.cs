namespace Postrun.Rego;

/// <summary>All that a body gives, as an array, a set or an object.</summary>
internal sealed class ComprehensionExpression(SourcePlace place, RegoKind kind, Expression? key, Expression value, BodySource body, int sink) : Expression
{
    private const int KeptSize = 256;

    private Step? steps;

    public override void AddNeeds(HashSet<Variable> needs) => needs.UnionWith(body.NeedsFromOutside());

    public override void Prepare(HashSet<Variable> bound)
    {
        var inside = new HashSet<Variable>(bound);
        var order = body.Order(inside);
        foreach (var part in key is null ? [value] : new[] { key, value })
        {
            BodySource.Require(part, inside, place);
            part.Prepare(inside);
        }
        steps = order.Build(new CollectStep(kind, key, value, sink));
    }

    public override RegoValue Evaluate(Frame frame)
    {
        frame.Spend();
        // The frame keeps the collection for the next time, unless it has grown large.
        var collected = frame.Sinks[sink] ??= kind switch
        {
            RegoKind.Array => new List<RegoValue>(),
            RegoKind.Set => new HashSet<RegoValue>(),
            _ => new Dictionary<RegoValue, RegoValue>(),
        };
        Clear(collected);
        steps!.Run(frame);
        var (value, count) = Take(collected);
        if (count > KeptSize)
            frame.Sinks[sink] = null;
        return value;
    }

    private static void Clear(object collected)
    {
        switch (collected)
        {
            case List<RegoValue> items:
                items.Clear();
                break;
            case HashSet<RegoValue> items:
                items.Clear();
                break;
            case Dictionary<RegoValue, RegoValue> entries:
                entries.Clear();
                break;
        }
    }

    private static (RegoValue Value, int Count) Take(object collected) => collected switch
    {
        List<RegoValue> items => (items.Count == 0 ? RegoArray.Empty : new RegoArray([.. items]), items.Count),
        HashSet<RegoValue> items => (RegoSet.Of(items), items.Count),
        var other => (RegoObject.Of((Dictionary<RegoValue, RegoValue>)other), ((Dictionary<RegoValue, RegoValue>)other).Count),
    };

    private sealed class CollectStep(RegoKind kind, Expression? key, Expression value, int sink) : Step
    {
        public override bool Run(Frame frame)
        {
            // What the key and the value evaluate may use this sink's neighbours, never this sink.
            if (value.Evaluate(frame) is not { } item)
                return true;
            frame.Allocate(6);
            switch (kind)
            {
                case RegoKind.Array:
                    ((List<RegoValue>)frame.Sinks[sink]!).Add(item);
                    break;
                case RegoKind.Set:
                    ((HashSet<RegoValue>)frame.Sinks[sink]!).Add(item);
                    break;
                default:
                    var entries = (Dictionary<RegoValue, RegoValue>)frame.Sinks[sink]!;
                    if (key!.Evaluate(frame) is { } name && !entries.TryAdd(name, item) && !entries[name].Equals(item))
                        throw Conflict.ObjectKeys();
                    break;
            }
            return true;
        }
    }
}
