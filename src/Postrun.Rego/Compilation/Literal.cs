namespace Postrun.Rego;

/// <summary>A statement of a body in its simplest parts, before it has a place in the order.</summary>
internal abstract class Literal(SourcePlace place)
{
    public SourcePlace Place => place;

    /// <summary>The statement that it is a part of, where an observer wants to know.</summary>
    public SourcePlace? Statement { get; set; }

    /// <summary>Whether it can run once these are bound.</summary>
    public abstract bool Ready(HashSet<Variable> bound);

    /// <summary>Adds what is bound once it has run.</summary>
    public abstract void AddOutputs(HashSet<Variable> bound);

    /// <summary>All that it names and that nothing outside it could leave unbound.</summary>
    public abstract HashSet<Variable> Needs();

    /// <param name="bound">What is bound before it.</param>
    public abstract Step Build(HashSet<Variable> bound, Step next);

    protected static HashSet<Variable> NeedsOf(params IEnumerable<Expression> expressions)
    {
        var needs = new HashSet<Variable>();
        foreach (var expression in expressions)
            expression.AddNeeds(needs);
        return needs;
    }
}

internal sealed class TruthLiteral(SourcePlace place, Expression condition) : Literal(place)
{
    public Expression Condition => condition;

    public override bool Ready(HashSet<Variable> bound) => Pattern.IsBound(condition, bound);

    public override void AddOutputs(HashSet<Variable> bound)
    {
    }

    public override HashSet<Variable> Needs() => NeedsOf(condition);

    public override Step Build(HashSet<Variable> bound, Step next)
    {
        condition.Prepare(bound);
        return new TruthStep(condition, next);
    }
}

/// <summary><c>left = right</c>: one side is evaluated, the other is matched against it.</summary>
internal sealed class UnifyLiteral(SourcePlace place, Expression left, Expression right) : Literal(place)
{
    public Expression Left => left;

    public Expression Right => right;

    public override bool Ready(HashSet<Variable> bound) => LeftMatches(bound) || (Pattern.IsBound(left, bound) && Pattern.Possible(right, bound));

    public override void AddOutputs(HashSet<Variable> bound) => bound.UnionWith(Needs());

    public override HashSet<Variable> Needs() => NeedsOf(left, right);

    public override Step Build(HashSet<Variable> bound, Step next)
    {
        var (value, pattern) = LeftMatches(bound) ? (right, left) : (left, right);
        value.Prepare(bound);
        return new MatchStep(value, Pattern.Of(pattern, bound), next);
    }

    private bool LeftMatches(HashSet<Variable> bound) => Pattern.IsBound(right, bound) && Pattern.Possible(left, bound);
}

/// <summary>A reference with variables among its keys, and what its value must match (<see langword="null"/>: it is not false).</summary>
internal sealed class ReferenceLiteral(SourcePlace place, ReferenceExpression reference, Expression? result) : Literal(place)
{
    public ReferenceExpression Reference => reference;

    public override bool Ready(HashSet<Variable> bound) =>
        (reference.RootExpression is null || Pattern.IsBound(reference.RootExpression, bound))
        && reference.Keys.All(key => Pattern.Possible(key, bound))
        && (result is null || Pattern.Possible(result, bound));

    public override void AddOutputs(HashSet<Variable> bound) => bound.UnionWith(Needs());

    public override HashSet<Variable> Needs() => result is null ? NeedsOf(reference) : NeedsOf(reference, result);

    public override Step Build(HashSet<Variable> bound, Step next)
    {
        if (Pattern.IsBound(reference, bound))
        {
            reference.Prepare(bound);
            return result is null ? new TruthStep(reference, next) : new MatchStep(reference, Pattern.Of(result, bound), next);
        }
        reference.RootExpression?.Prepare(bound);
        var keys = new ReferenceStep.Key[reference.Keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var key = reference.Keys[i];
            var known = Pattern.IsBound(key, bound);
            if (known)
                key.Prepare(bound);
            keys[i] = known ? new(key, null) : new(null, Pattern.Of(key, bound));
        }
        return new ReferenceStep(reference, keys, result is null ? null : Pattern.Of(result, bound), next);
    }
}

/// <summary>The entries of a collection, which may be computed: <c>some k, v in xs</c>, <c>walk(x, [path, value])</c>.</summary>
internal sealed class EntriesLiteral(SourcePlace place, Expression collection, Expression? key, Expression value) : Literal(place)
{
    public override bool Ready(HashSet<Variable> bound) =>
        Pattern.IsBound(collection, bound) && Pattern.Possible(value, bound) && (key is null || Pattern.Possible(key, bound));

    public override void AddOutputs(HashSet<Variable> bound) => bound.UnionWith(Needs());

    public override HashSet<Variable> Needs() => key is null ? NeedsOf(collection, value) : NeedsOf(collection, key, value);

    public override Step Build(HashSet<Variable> bound, Step next)
    {
        collection.Prepare(bound);
        return new EntriesStep(collection, key is null ? Pattern.Any : Pattern.Of(key, bound), Pattern.Of(value, bound), next);
    }
}

internal sealed class NotLiteral(SourcePlace place, BodySource body) : Literal(place)
{
    public override bool Ready(HashSet<Variable> bound) => Needs().IsSubsetOf(bound);

    public override void AddOutputs(HashSet<Variable> bound)
    {
    }

    /// <summary>A negation binds nothing, so that all it names must be bound.</summary>
    public override HashSet<Variable> Needs() => [.. body.NeedsFromOutside(), .. body.Own.Where(static variable => !variable.IsGenerated)];

    public override Step Build(HashSet<Variable> bound, Step next) => new NotStep(body.Order([.. bound]).Build(StopStep.Instance), next);
}

internal sealed class EveryLiteral(SourcePlace place, Expression domain, Variable? key, Variable value, BodySource body) : Literal(place)
{
    public override bool Ready(HashSet<Variable> bound) => Needs().IsSubsetOf(bound);

    public override void AddOutputs(HashSet<Variable> bound)
    {
    }

    public override HashSet<Variable> Needs() => [.. NeedsOf(domain), .. body.NeedsFromOutside()];

    public override Step Build(HashSet<Variable> bound, Step next)
    {
        domain.Prepare(bound);
        var inside = new HashSet<Variable>(bound);
        var keyPattern = key is null ? Pattern.Any : Pattern.Of(new VariableExpression(key), inside);
        var valuePattern = Pattern.Of(new VariableExpression(value), inside);
        return new EveryStep(domain, keyPattern, valuePattern, body.Order(inside).Build(StopStep.Instance), next);
    }
}

/// <summary>A statement under <c>with</c>, in its parts.</summary>
internal sealed class WithLiteral(SourcePlace place, Replacement[] replacements, BodySource body, int sink) : Literal(place)
{
    public override bool Ready(HashSet<Variable> bound) =>
        replacements.All(replacement => replacement.Value is null || Pattern.IsBound(replacement.Value, bound)) && body.CanOrder([.. bound]);

    public override void AddOutputs(HashSet<Variable> bound)
    {
        foreach (var literal in body.Literals)
            literal.AddOutputs(bound);
    }

    public override HashSet<Variable> Needs() => [.. NeedsOf(Values), .. body.Literals.SelectMany(static literal => literal.Needs())];

    public override Step Build(HashSet<Variable> bound, Step next)
    {
        foreach (var value in Values)
            value.Prepare(bound);
        return new WithStep(replacements, body.Order([.. bound]).Build(new WithStep.Leave(sink, next)), sink);
    }

    private IEnumerable<Expression> Values => replacements.Where(static replacement => replacement.Value is not null).Select(static replacement => replacement.Value!);
}
