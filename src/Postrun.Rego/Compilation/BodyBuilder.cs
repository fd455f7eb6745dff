namespace Postrun.Rego;

/// <summary>Turns the statements of one rule into literals: names become variables or paths, and what has many values stands alone.</summary>
internal sealed partial class BodyBuilder(ModuleScope names, RuleScope rule, Dependencies dependencies, CompileOptions options, Func<string, RegoValue?> metadata)
{
    public RuleScope Rule => rule;

    public void Add(IEnumerable<Statement> statements, BodySource body, LocalScope scope)
    {
        foreach (var statement in statements)
        {
            var first = body.Literals.Count;
            Add(statement, body, scope);
            if (!options.Instrument)
                continue;
            foreach (var literal in body.Literals.Skip(first))
                literal.Statement ??= statement.Place;
        }
    }

    private void Add(Statement statement, BodySource body, LocalScope scope)
    {
        if (!statement.With.IsEmpty)
        {
            var replacements = statement.With.Select(modifier => Replacement(modifier, body, scope)).ToArray();
            var inside = body.Open(sharesLevel: true);
            Add(statement with { With = [] }, inside, scope);
            body.Literals.Add(new WithLiteral(statement.Place, replacements, inside, rule.NewSink()));
            return;
        }
        switch (statement)
        {
            case NotStatement not:
                var negated = body.Open();
                Add(not.Inner, negated, scope);
                body.Literals.Add(new NotLiteral(not.Place, negated));
                break;
            case SomeStatement some:
                foreach (var name in some.Names)
                    Declare(name, body, scope);
                break;
            case SomeInStatement some:
                AddSomeIn(some, body, scope);
                break;
            case EveryStatement every:
                AddEvery(every, body, scope);
                break;
            case TermStatement term:
                AddTerm(term.Term, body, scope);
                break;
        }
    }

    private void AddTerm(Term term, BodySource body, LocalScope scope)
    {
        switch (term)
        {
            case InfixTerm { Operator: Operator.Assign } assign:
                AddAssignment(assign, body, scope);
                break;
            case InfixTerm { Operator: Operator.Unify } unify:
                AddUnification(unify.Place, unify.Left, unify.Right, body, scope);
                break;
            case CallTerm call when Callee(call, scope) is { } callee && call.Arguments.Length == callee.Arity + 1:
                // The last argument stands for the result.
                AddUnification(call.Place, call with { Arguments = call.Arguments[..^1] }, call.Arguments[^1], body, scope);
                break;
            case RefTerm or NameTerm when Resolve(term, body, scope) is ReferenceExpression reference && IsOpen(reference):
                body.Literals.Add(new ReferenceLiteral(term.Place, reference, null));
                break;
            default:
                body.Literals.Add(new TruthLiteral(term.Place, Flatten(term, body, scope)));
                break;
        }
    }

    private void AddAssignment(InfixTerm assign, BodySource body, LocalScope scope)
    {
        // What is assigned is read before the name on the left is declared.
        var value = assign.Right is RefTerm ? Resolve(assign.Right, body, scope) : Flatten(assign.Right, body, scope);
        if (assign.Left is RefTerm or CallTerm)
            throw new RegoSyntaxException(RegoSyntaxException.Compile, assign.Left.Place, "cannot assign to a reference or a call; compare with ==");
        DeclareAll(assign.Left, body, scope);
        var target = Flatten(assign.Left, body, scope);
        body.Literals.Add(value is ReferenceExpression reference && IsOpen(reference)
            ? new ReferenceLiteral(assign.Place, reference, target)
            : new UnifyLiteral(assign.Place, target, value));
    }

    private void AddUnification(SourcePlace place, Term left, Term right, BodySource body, LocalScope scope)
    {
        if (left is ArrayTerm leftItems && right is ArrayTerm rightItems && leftItems.Items.Length == rightItems.Items.Length)
        {
            for (var i = 0; i < leftItems.Items.Length; i++)
                AddUnification(place, leftItems.Items[i], rightItems.Items[i], body, scope);
            if (leftItems.Items.IsEmpty)
                body.Literals.Add(new TruthLiteral(place, new ConstantExpression(RegoBoolean.True)));
            return;
        }
        if (left is ObjectTerm leftEntries && right is ObjectTerm rightEntries && SameConstantKeys(leftEntries, rightEntries) is { } pairs)
        {
            foreach (var (first, second) in pairs)
                AddUnification(place, first, second, body, scope);
            if (pairs.Count == 0)
                body.Literals.Add(new TruthLiteral(place, new ConstantExpression(RegoBoolean.True)));
            return;
        }
        if (IsRelation(right, scope))
            (left, right) = (right, left);
        if (IsRelation(left, scope))
        {
            body.Literals.Add(new EntriesLiteral(place, Call((CallTerm)left, body, scope), null, Flatten(right, body, scope)));
            return;
        }
        var a = left is RefTerm ? Resolve(left, body, scope) : Flatten(left, body, scope);
        var b = right is RefTerm && !IsOpen(a) ? Resolve(right, body, scope) : Flatten(right, body, scope);
        if (IsOpen(a))
            body.Literals.Add(new ReferenceLiteral(place, (ReferenceExpression)a, b));
        else if (IsOpen(b))
            body.Literals.Add(new ReferenceLiteral(place, (ReferenceExpression)b, a));
        else
            body.Literals.Add(new UnifyLiteral(place, a, b));
    }

    private void AddSomeIn(SomeInStatement some, BodySource body, LocalScope scope)
    {
        var collection = Flatten(some.Collection, body, scope);
        if (some.Key is not null)
            DeclareAll(some.Key, body, scope);
        DeclareAll(some.Value, body, scope);
        var key = some.Key is null ? null : Flatten(some.Key, body, scope);
        body.Literals.Add(new EntriesLiteral(some.Place, collection, key, Flatten(some.Value, body, scope)));
    }

    private void AddEvery(EveryStatement every, BodySource body, LocalScope scope)
    {
        var domain = Flatten(every.Domain, body, scope);
        var inside = body.Open();
        var local = new LocalScope(scope);
        var key = every.Key is null || every.Key.Name == "_" ? null : Declare(every.Key, inside, local);
        var value = Declare(every.Value, inside, local);
        Add(every.Body, inside, local);
        body.Literals.Add(new EveryLiteral(every.Place, domain, key, value, inside));
    }

    private static List<(Term, Term)>? SameConstantKeys(ObjectTerm left, ObjectTerm right)
    {
        if (left.Entries.Length != right.Entries.Length || !left.Entries.Concat(right.Entries).All(static entry => entry.Key is ScalarTerm))
            return null;
        var others = new Dictionary<RegoValue, Term>();
        foreach (var (key, value) in right.Entries)
            others[((ScalarTerm)key).Value] = value;
        var pairs = new List<(Term, Term)>();
        foreach (var (key, value) in left.Entries)
        {
            if (!others.TryGetValue(((ScalarTerm)key).Value, out var other))
                return null;
            pairs.Add((value, other));
        }
        return pairs;
    }

    /// <summary>Declares every name in a pattern.</summary>
    private void DeclareAll(Term pattern, BodySource body, LocalScope scope)
    {
        switch (pattern)
        {
            case NameTerm name:
                Declare(name, body, scope);
                break;
            case ArrayTerm array:
                foreach (var item in array.Items)
                    DeclareAll(item, body, scope);
                break;
            case ObjectTerm entries:
                foreach (var (_, value) in entries.Entries)
                    DeclareAll(value, body, scope);
                break;
        }
    }

    private Variable Declare(NameTerm name, BodySource body, LocalScope scope)
    {
        if (name.Name == "_")
            return rule.New("_");
        if (name.Name is "input" or "data")
            throw new RegoSyntaxException(RegoSyntaxException.Compile, name.Place, $"variables must not shadow {name.Name}; use a different name");
        if (scope.Declares(name.Name))
            throw new RegoSyntaxException(RegoSyntaxException.Compile, name.Place, $"var {name.Name} assigned above");
        if (rule.IsUndeclared(name.Name, out var used) && body.Own.Contains(used!))
            throw new RegoSyntaxException(RegoSyntaxException.Compile, name.Place, $"var {name.Name} referenced above");
        var variable = rule.New(name.Name);
        scope.Declare(name.Name, variable);
        body.Mention(variable);
        return variable;
    }
}
