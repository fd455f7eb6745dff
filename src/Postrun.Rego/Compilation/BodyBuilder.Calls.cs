namespace Postrun.Rego;

internal sealed partial class BodyBuilder
{
    private Expression Call(CallTerm call, BodySource body, LocalScope scope)
    {
        var callee = Callee(call, scope) ?? throw new RegoSyntaxException(RegoSyntaxException.Type, call.Place, $"undefined function {NameOf(call)}");
        if (call.Arguments.Length != callee.Arity)
            throw new RegoSyntaxException(RegoSyntaxException.Type, call.Place, $"{callee.Name} takes {callee.Arity} arguments, this call gives {call.Arguments.Length}");
        if (callee.Name.StartsWith("rego.metadata.", StringComparison.Ordinal))
            return new ConstantExpression(metadata(callee.Name) ?? RegoObject.Empty);
        if (callee is { Arity: 0, Builtin.Name: "set" })
            return new ConstantExpression(RegoSet.Empty);
        Depend(callee, call.Place);
        return new CallExpression(call.Place, callee, [.. call.Arguments.Select(argument => Flatten(argument, body, scope))]);
    }

    private void Depend(Callee callee, SourcePlace place)
    {
        if (callee.Function is { } function)
            dependencies.Functions.Add(function);
        else if (callee.Builtin is { Body: null } && !options.AllowUnoffered)
            throw new RegoSyntaxException(RegoSyntaxException.Type, place, $"{callee.Name} is not offered here: policies have no access to networks, keys or the machine");
        else if (callee.Builtin is { Deterministic: false })
            dependencies.Varies = true;
    }

    /// <summary><see langword="null"/> where there is no function of that name.</summary>
    private Callee? Callee(CallTerm call, LocalScope scope) => Callee(call.Function, scope);

    private Callee? Callee(Term function, LocalScope scope)
    {
        if (Steps(function) is not { } steps || scope.Find(steps[0]) is not null)
            return null;
        if (names.Function(steps) is { } node)
            return new(node);
        // A rule of that name hides the built-in functions beneath it.
        return BuiltinTable.Find(string.Join('.', steps)) is { } builtin ? new(builtin) : null;
    }

    private bool IsRelation(Term term, LocalScope scope) =>
        term is CallTerm call && Callee(call, scope) is { Builtin.Relation: true } callee && call.Arguments.Length == callee.Arity;

    private static string[]? Steps(Term function)
    {
        if (function is NameTerm name)
            return [name.Name];
        if (function is not RefTerm { Head: NameTerm head } reference)
            return null;
        var steps = new List<string> { head.Name };
        foreach (var key in reference.Path)
        {
            if (key is not ScalarTerm { Value: RegoString step })
                return null;
            steps.Add(step.Value);
        }
        return [.. steps];
    }

    private static string NameOf(CallTerm call) => Steps(call.Function) is { } steps ? string.Join('.', steps) : "of a computed name";

    private Replacement Replacement(WithModifier modifier, BodySource body, LocalScope scope)
    {
        var by = Callee(modifier.Value, scope);
        if (Callee(modifier.Target, scope) is { } replaced)
        {
            if (by is null)
                return new(null, [], replaced.Name, null, Flatten(modifier.Value, body, scope));
            if (by.Arity != replaced.Arity)
                throw new RegoSyntaxException(RegoSyntaxException.Type, modifier.Place, $"{by.Name} takes {by.Arity} arguments, {replaced.Name}, which it stands in for, takes {replaced.Arity}");
            Depend(by, modifier.Place);
            return new(null, [], replaced.Name, by, null);
        }
        if (Resolve(modifier.Target, body, scope) is not ReferenceExpression { Kind: not ReferenceRoot.Expression, ConstantKeys: { } path } target)
            throw new RegoSyntaxException(RegoSyntaxException.Type, modifier.Place, "`with` replaces a constant path of input or data, or a function");
        return new(target.Kind, path, null, null, Flatten(modifier.Value, body, scope));
    }
}
