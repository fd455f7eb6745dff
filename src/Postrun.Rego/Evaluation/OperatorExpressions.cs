namespace Postrun.Rego;

internal sealed class CompareExpression(Operator comparison, Expression left, Expression right) : Expression
{
    public Operator Comparison => comparison;

    public Expression Left => left;

    public Expression Right => right;

    public override IEnumerable<Expression> Parts => [left, right];

    public override RegoValue? Evaluate(Frame frame)
    {
        if (left.Evaluate(frame) is not { } a || right.Evaluate(frame) is not { } b)
            return null;
        return RegoBoolean.Of(comparison switch
        {
            Operator.Equal => a.Equals(b),
            Operator.NotEqual => !a.Equals(b),
            Operator.Less => a.CompareTo(b) < 0,
            Operator.LessOrEqual => a.CompareTo(b) <= 0,
            Operator.Greater => a.CompareTo(b) > 0,
            _ => a.CompareTo(b) >= 0,
        });
    }
}

/// <summary><c>value in collection</c> and <c>key, value in collection</c>.</summary>
internal sealed class MembershipExpression(Expression? key, Expression value, Expression collection) : Expression
{
    public override IEnumerable<Expression> Parts => key is null ? [value, collection] : [key, value, collection];

    public override RegoValue? Evaluate(Frame frame)
    {
        if (value.Evaluate(frame) is not { } sought || collection.Evaluate(frame) is not { } all)
            return null;
        if (key is null)
            return RegoBoolean.Of(Contains(frame, all, sought));
        return key.Evaluate(frame) is { } place ? RegoBoolean.Of(Indexing.Get(all, place) is { } found && found.Equals(sought)) : null;
    }

    private static bool Contains(Frame frame, RegoValue all, RegoValue sought)
    {
        if (all is RegoSet set)
            return set.Contains(sought);
        for (var i = 0; i < Indexing.Count(all); i++)
        {
            frame.Evaluator.Budget.Spend();
            if (Indexing.ValueAt(all, i).Equals(sought))
                return true;
        }
        return false;
    }
}
