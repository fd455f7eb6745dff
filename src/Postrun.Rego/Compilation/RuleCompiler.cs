namespace Postrun.Rego;

/// <summary>Compiles a rule and what is tried in its place, each with variables of its own.</summary>
internal sealed class RuleCompiler(ModuleScope names, CompileOptions options, Func<Rule, string, RegoValue?> metadata, Func<int> nextId, ICollection<ReferenceExpression> documents)
{
    public Rule Compile(RuleNode node, RegoModule module, RuleSyntax syntax)
    {
        var rule = new Rule(node, module, syntax, nextId());
        var scope = new RuleScope();
        var builder = new BodyBuilder(names, scope, rule.Dependencies, options, function => metadata(rule, function), documents);
        var body = new BodySource(null);
        var local = new LocalScope(null);
        var bound = Arguments(syntax.Head, builder, body, local);
        builder.Add(syntax.Body, body, local);
        var head = syntax.Head;
        var value = head.Contains ?? head.Value;
        var given = value is null ? new ConstantExpression(RegoBoolean.True) : builder.Flatten(value, body, local);
        var keys = head.Path.Skip(RuleHeads.ConstantLength(head)).Select(key => builder.Flatten(key, body, local)).ToArray();
        var order = body.Order(bound);
        foreach (var expression in keys.Append(given))
        {
            BodySource.Require(expression, bound, syntax.Head.Place);
            expression.Prepare(bound);
        }
        Guard(order, rule);
        rule.Body = order.Build(Last(node.Kind, head, keys, given, syntax));
        rule.Slots = scope.Slots;
        rule.Sinks = scope.Sinks;
        if (syntax.Else is { } other)
            rule.Else = Compile(node, module, other);
        return rule;
    }

    /// <summary>A pattern stands for an argument that must match it.</summary>
    private static HashSet<Variable> Arguments(RuleHead head, BodyBuilder builder, BodySource body, LocalScope local)
    {
        var bound = new HashSet<Variable>();
        if (head.Arguments is not { } arguments)
            return bound;
        // The first slots of the frame are the arguments.
        var places = arguments.Select(argument => builder.Rule.New(argument is NameTerm { Name: not "_" } name ? name.Name : "")).ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            body.Mention(places[i]);
            bound.Add(places[i]);
            if (arguments[i] is NameTerm name && name.Name != "_" && !local.Declares(name.Name))
                local.Declare(name.Name, places[i]);
        }
        for (var i = 0; i < places.Length; i++)
        {
            if (arguments[i] is NameTerm name && (name.Name == "_" || local.Find(name.Name) == places[i]))
                continue;
            DeclareNames(arguments[i], builder, body, local);
            body.Literals.Add(new UnifyLiteral(arguments[i].Place, new VariableExpression(places[i]), builder.Flatten(arguments[i], body, local)));
        }
        return bound;
    }

    private static void DeclareNames(Term pattern, BodyBuilder builder, BodySource body, LocalScope local)
    {
        switch (pattern)
        {
            case NameTerm name when name.Name != "_" && !local.Declares(name.Name):
                var variable = builder.Rule.New(name.Name);
                local.Declare(name.Name, variable);
                body.Mention(variable);
                break;
            case ArrayTerm array:
                foreach (var item in array.Items)
                    DeclareNames(item, builder, body, local);
                break;
            case ObjectTerm entries:
                foreach (var (_, value) in entries.Entries)
                    DeclareNames(value, builder, body, local);
                break;
        }
    }

    private static Step Last(RuleKind kind, RuleHead head, Expression[] keys, Expression given, RuleSyntax syntax) => kind switch
    {
        RuleKind.Complete or RuleKind.Function => new GiveValue(given, kind == RuleKind.Function, syntax.Place),
        RuleKind.Set => new AddToSet(given),
        _ => new AddToObject(keys, given, head.Contains is not null),
    };

    /// <summary>Only comparisons that the body begins with: what stands before one may be an error, and must be seen.</summary>
    private static void Guard(OrderedBody order, Rule rule)
    {
        foreach (var literal in order.Literals)
        {
            if (literal is TruthLiteral { Condition: CompareExpression { Comparison: Operator.Equal } equal } && IsPlain(equal.Left) && IsPlain(equal.Right))
                Guard(rule, equal.Left, equal.Right);
            else if (literal is UnifyLiteral unify && IsPlain(unify.Left) && IsPlain(unify.Right))
                Guard(rule, unify.Left, unify.Right);
            else
                break;
        }
    }

    private static bool IsPlain(Expression expression) => expression is VariableExpression or ReferenceExpression { Kind: ReferenceRoot.Input, ConstantKeys: not null } || expression.Constant is not null;

    private static void Guard(Rule rule, Expression left, Expression right)
    {
        if (left.Constant is not null)
            (left, right) = (right, left);
        if (left is ReferenceExpression { Kind: ReferenceRoot.Input, ConstantKeys: not null } reference && right.Constant is { } value)
            rule.Guards.Add(new(reference, value));
    }
}
