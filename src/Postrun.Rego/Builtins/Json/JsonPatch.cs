using System.Globalization;

namespace Postrun.Rego;

/// <summary>JSON Patch (RFC 6902), with steps of any type into objects and sets.</summary>
internal sealed class JsonPatch(BuiltinContext context, RegoValue target)
{
    private RegoValue? document = target;

    /// <returns><see langword="null"/> where the document itself was removed.</returns>
    /// <exception cref="BuiltinException">an operation is not one, or cannot be done</exception>
    public RegoValue? Apply(RegoArray operations)
    {
        foreach (var operation in operations)
        {
            context.Budget.Spend();
            Apply(operation as RegoObject
                ?? throw new BuiltinException("must be an array of JSON-Patch objects, but at least one element is not an object"));
        }
        return document;
    }

    private void Apply(RegoObject operation)
    {
        var name = Attribute(operation, "op") is RegoString { Value: var text } ? text : throw new BuiltinException("attribute 'op' must be a string");
        if (name is not ("add" or "remove" or "replace" or "move" or "copy" or "test"))
            throw new BuiltinException($"unrecognized op '{name}'");
        var path = JsonPaths.Parse(context, Attribute(operation, "path"));
        switch (name)
        {
            case "add":
                Insert(path, Attribute(operation, "value"));
                break;
            case "remove":
                Delete(path);
                break;
            case "replace":
                var value = Attribute(operation, "value");
                Delete(path);
                Insert(path, value);
                break;
            case "move":
                var from = JsonPaths.Parse(context, Attribute(operation, "from"));
                var moved = Find(from);
                Delete(from);
                Insert(path, moved);
                break;
            case "copy":
                var copied = Find(JsonPaths.Parse(context, Attribute(operation, "from")));
                Weigh(copied, path.Count);
                Insert(path, copied);
                break;
            default:
                if (!Find(path).Equals(Attribute(operation, "value")))
                    throw new BuiltinException("value from document != patch value");
                break;
        }
    }

    private static RegoValue Attribute(RegoObject operation, string name) =>
        operation.Get(name) ?? throw new BuiltinException($"missing '{name}' attribute");

    private RegoValue Find(IReadOnlyList<RegoValue> path)
    {
        var found = document ?? throw Missing(RegoNull.Value);
        foreach (var step in path)
        {
            context.Budget.Spend();
            found = Child(found, step);
        }
        return found;
    }

    private void Insert(IReadOnlyList<RegoValue> path, RegoValue value) =>
        document = path.Count == 0 ? value : Edit(Document, path, 0, (parent, step) => Inserted(parent, step, value));

    private void Delete(IReadOnlyList<RegoValue> path)
    {
        var rest = Document;
        document = path.Count == 0 ? null : Edit(rest, path, 0, Deleted);
    }

    private RegoValue Document => document ?? throw Missing(RegoNull.Value);

    /// <summary>The value with its parts along a path made anew.</summary>
    private RegoValue Edit(RegoValue value, IReadOnlyList<RegoValue> path, int at, Func<RegoValue, RegoValue, RegoValue> change)
    {
        Nesting.Guard();
        if (at > RegoJson.MaxDepth)
            throw TooDeep();
        Charge(value);
        var step = path[at];
        if (at == path.Count - 1)
            return change(value, step);
        var child = Edit(Child(value, step), path, at + 1, change);
        switch (value)
        {
            case RegoArray array:
                var items = array.Items.ToArray();
                items[Index(step, items.Length)] = child;
                return new RegoArray(items);
            case RegoObject entries:
                return RegoObject.Of(entries.Append(new(step, child)));
            default:
                return RegoSet.Of(((RegoSet)value).Where(item => !item.Equals(step)).Append(child));
        }
    }

    private static RegoValue Inserted(RegoValue parent, RegoValue step, RegoValue value)
    {
        switch (parent)
        {
            case RegoArray array:
                var index = Index(step, array.Count);
                if (index > array.Count)
                    throw Missing(step);
                return new RegoArray([.. array.Items[..index], value, .. array.Items[index..]]);
            case RegoObject entries:
                return RegoObject.Of(entries.Append(new(step, value)));
            case RegoSet set:
                return step.Equals(value) ? RegoSet.Of(set.Append(value)) : throw new BuiltinException($"set key {step} does not equal value to be inserted {value}");
            default:
                throw Missing(step);
        }
    }

    private static RegoValue Deleted(RegoValue parent, RegoValue step)
    {
        // Only what is there can be removed.
        Child(parent, step);
        switch (parent)
        {
            case RegoArray array:
                var index = Index(step, array.Count);
                return new RegoArray([.. array.Items[..index], .. array.Items[(index + 1)..]]);
            case RegoObject entries:
                return RegoObject.Of(entries.Where(entry => !entry.Key.Equals(step)));
            default:
                return RegoSet.Of(((RegoSet)parent).Where(item => !item.Equals(step)));
        }
    }

    private static RegoValue Child(RegoValue parent, RegoValue step)
    {
        if (parent is not RegoArray array)
            return Nesting.Step(parent, step) ?? throw Missing(step);
        var index = Index(step, array.Count);
        return index < array.Count ? array[index] : throw Missing(step);
    }

    private static int Index(RegoValue step, int end)
    {
        switch (step)
        {
            case RegoNumber number when number.TryGetInt32(out var index) && index >= 0:
                return index;
            case RegoString { Value: "-" }:
                return end;
            case RegoString { Value: var text } when text == "0" || (text.Length > 0 && text[0] != '0'):
                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : throw Missing(step);
            default:
                throw Missing(step);
        }
    }

    /// <summary>
    /// A copy costs as much as all that is in it, though it is shared: a few copies of the whole document into itself make
    /// one that nothing could be done with.
    /// </summary>
    private void Weigh(RegoValue value, int depth)
    {
        if (depth > RegoJson.MaxDepth)
            throw TooDeep();
        Charge(value);
        if (value is IReadOnlyList<RegoValue> items)
        {
            foreach (var item in items)
                Weigh(item, depth + 1);
        }
        if (value is RegoObject entries)
        {
            foreach (var (key, entry) in entries)
            {
                Weigh(key, depth + 1);
                Weigh(entry, depth + 1);
            }
        }
    }

    private static BudgetException TooDeep() => new($"a patch makes a document of more than {RegoJson.MaxDepth} levels");

    private void Charge(RegoValue value)
    {
        var (count, size) = value switch
        {
            RegoArray array => (array.Count, 8L),
            RegoSet set => (set.Count, Size.Item),
            RegoObject entries => (entries.Count, Size.Item),
            _ => (0, 0),
        };
        context.Budget.Spend(1 + 4L * count);
        context.Budget.Allocate((count + 1) * size + Size.Value);
    }

    private static BuiltinException Missing(RegoValue step) => new($"path does not exist in the document: {step}");
}
