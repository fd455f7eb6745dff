namespace Postrun.Rego;

/// <summary>What a value is held against: binds the variables that are not bound yet, compares the rest.</summary>
internal abstract class Pattern
{
    public static readonly Pattern Any = new AnyPattern();

    public abstract bool Match(Frame frame, RegoValue value);

    /// <summary>Whether all but the variables that a pattern can bind is bound.</summary>
    public static bool Possible(Expression expression, HashSet<Variable> bound)
    {
        switch (expression)
        {
            case VariableExpression:
                return true;
            case ArrayExpression array:
                return array.Items.All(item => Possible(item, bound));
            case ObjectExpression entries:
                return entries.Entries.All(entry => IsBound(entry.Key, bound) && Possible(entry.Value, bound));
            default:
                return IsBound(expression, bound);
        }
    }

    public static bool IsBound(Expression expression, HashSet<Variable> bound)
    {
        var needs = new HashSet<Variable>();
        expression.AddNeeds(needs);
        return needs.IsSubsetOf(bound);
    }

    /// <param name="bound">Gains the variables that the pattern binds.</param>
    public static Pattern Of(Expression expression, HashSet<Variable> bound)
    {
        switch (expression)
        {
            case VariableExpression { Variable: var variable } when !bound.Contains(variable):
                if (variable.IsWildcard)
                    return Any;
                bound.Add(variable);
                return new BindPattern(variable.Slot);
            case ArrayExpression array when !IsBound(array, bound):
                return new ArrayPattern([.. array.Items.Select(item => Of(item, bound))]);
            case ObjectExpression entries when !IsBound(entries, bound):
                foreach (var (key, _) in entries.Entries)
                    key.Prepare(bound);
                return new ObjectPattern([.. entries.Entries.Select(entry => (entry.Key, Of(entry.Value, bound)))]);
            default:
                expression.Prepare(bound);
                return new EqualPattern(expression);
        }
    }

    private sealed class AnyPattern : Pattern
    {
        public override bool Match(Frame frame, RegoValue value) => true;
    }

    private sealed class BindPattern(int slot) : Pattern
    {
        public override bool Match(Frame frame, RegoValue value)
        {
            frame.Slots[slot] = value;
            return true;
        }
    }

    private sealed class EqualPattern(Expression expected) : Pattern
    {
        public override bool Match(Frame frame, RegoValue value) => expected.Evaluate(frame) is { } other && value.Equals(other);
    }

    private sealed class ArrayPattern(Pattern[] items) : Pattern
    {
        public override bool Match(Frame frame, RegoValue value)
        {
            if (value is not RegoArray array || array.Count != items.Length)
                return false;
            for (var i = 0; i < items.Length; i++)
            {
                if (!items[i].Match(frame, array[i]))
                    return false;
            }
            return true;
        }
    }

    private sealed class ObjectPattern((Expression Key, Pattern Value)[] entries) : Pattern
    {
        public override bool Match(Frame frame, RegoValue value)
        {
            if (value is not RegoObject all || all.Count != entries.Length)
                return false;
            foreach (var (keyPart, pattern) in entries)
            {
                if (keyPart.Evaluate(frame) is not { } key || all.Get(key) is not { } entry || !pattern.Match(frame, entry))
                    return false;
            }
            return true;
        }
    }
}
