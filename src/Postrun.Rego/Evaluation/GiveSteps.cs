namespace Postrun.Rego;

/// <summary>Hands over the value of a complete rule or a function.</summary>
internal sealed class GiveValue(Expression value, bool function, SourcePlace place) : Step
{
    public override bool Run(Frame frame)
    {
        if (value.Evaluate(frame) is not { } given)
            return true;
        if (frame.Result is { } known && !known.Equals(given))
            throw function ? Conflict.Functions(place) : Conflict.CompleteRules(place);
        frame.Result = given;
        // More solutions give the same constant again.
        return value.Constant is null;
    }
}

/// <summary>Adds to the set that the rules of a node share.</summary>
internal sealed class AddToSet(Expression element) : Step
{
    public override bool Run(Frame frame)
    {
        if (element.Evaluate(frame) is not { } item)
            return true;
        frame.Allocate(4);
        ((OpenSet)frame.Sinks[0]!).Items.Add(item);
        frame.Result = item;
        return element.Constant is null;
    }
}

/// <summary>Adds to the object that the rules of a node share.</summary>
/// <param name="keys">From the node on; at least one.</param>
/// <param name="toSet">What stands at the keys is a set, and the value one of its elements.</param>
internal sealed class AddToObject(Expression[] keys, Expression value, bool toSet) : Step
{
    public override bool Run(Frame frame)
    {
        var target = (OpenObject)frame.Sinks[0]!;
        if (value.Evaluate(frame) is not { } given)
            return true;
        var last = keys.Length - 1;
        var path = new RegoValue[keys.Length];
        for (var i = 0; i < path.Length; i++)
        {
            if (keys[i].Evaluate(frame) is not { } key)
                return true;
            path[i] = key;
        }
        frame.Allocate(8 * path.Length);
        for (var i = 0; i < last; i++)
            target = target.Object(path[i]);
        if (toSet)
            target.Set(path[last]).Items.Add(given);
        else
            target.Add(path[last], given);
        frame.Result = given;
        return true;
    }
}
