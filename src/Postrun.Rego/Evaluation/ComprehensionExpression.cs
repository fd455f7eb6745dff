namespace Postrun.Rego;

/// <summary>All that a body gives, as an array, a set or an object.</summary>
internal sealed class ComprehensionExpression(RegoKind kind, Expression? key, Expression value, BodySource body, int sink) : Expression
{
    private Step? steps;

    public override void AddNeeds(HashSet<Variable> needs) => needs.UnionWith(body.NeedsFromOutside());

    public override void Prepare(HashSet<Variable> bound)
    {
        var inside = new HashSet<Variable>(bound);
        var order = body.Order(inside);
        key?.Prepare(inside);
        value.Prepare(inside);
        steps = order.Build(new CollectStep(kind, key, value, sink));
    }

    public override RegoValue Evaluate(Frame frame)
    {
        frame.Spend();
        frame.Sinks[sink] = kind switch
        {
            RegoKind.Array => new List<RegoValue>(),
            RegoKind.Set => new HashSet<RegoValue>(),
            _ => new Dictionary<RegoValue, RegoValue>(),
        };
        steps!.Run(frame);
        return frame.Sinks[sink] switch
        {
            List<RegoValue> items => items.Count == 0 ? RegoArray.Empty : new RegoArray([.. items]),
            HashSet<RegoValue> items => RegoSet.Of(items),
            var entries => RegoObject.Of((Dictionary<RegoValue, RegoValue>)entries!),
        };
    }

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
