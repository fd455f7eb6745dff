using System.Collections.Immutable;

namespace Postrun.Rego;

internal sealed partial class BodyBuilder
{
    /// <summary>The term as an expression of at most one value; what has more goes before it, as a statement with a variable for the value.</summary>
    public Expression Flatten(Term term, BodySource body, LocalScope scope)
    {
        switch (term)
        {
            case ScalarTerm scalar:
                return new ConstantExpression(scalar.Value);
            case NameTerm or RefTerm:
                var resolved = Resolve(term, body, scope);
                return IsOpen(resolved) ? Hoist(value => new ReferenceLiteral(term.Place, (ReferenceExpression)resolved, value), body) : resolved;
            case CallTerm call:
                if (call.Function is NameTerm { Name: "print" } && Callee(call, scope) is null)
                    return Print(call, body, scope);
                var called = Call(call, body, scope);
                return IsRelation(call, scope) ? Hoist(value => new EntriesLiteral(call.Place, called, null, value), body) : called;
            case InfixTerm infix:
                return Infix(infix, body, scope);
            case InTerm membership:
                return new MembershipExpression(
                    membership.Key is null ? null : Flatten(membership.Key, body, scope),
                    Flatten(membership.Value, body, scope),
                    Flatten(membership.Collection, body, scope));
            case ArrayTerm array:
                return Constant(new ArrayExpression([.. array.Items.Select(item => Flatten(item, body, scope))]));
            case SetTerm set:
                return Constant(new SetExpression([.. set.Items.Select(item => Flatten(item, body, scope))]));
            case ObjectTerm entries:
                return Constant(new ObjectExpression([.. entries.Entries.Select(entry => (Flatten(entry.Key, body, scope), Flatten(entry.Value, body, scope)))]));
            case ComprehensionTerm comprehension:
                return Comprehension(comprehension, body, scope);
            case TemplateTerm template:
                return Template(template.Texts, [.. template.Values], body, scope);
            default:
                throw new InvalidOperationException($"no such term: {term.GetType().Name}");
        }
    }

    /// <summary>A name or a reference; its keys are flattened, itself it may have many values.</summary>
    private Expression Resolve(Term term, BodySource body, LocalScope scope)
    {
        var (head, path) = term is RefTerm reference ? (reference.Head, reference.Path) : (term, []);
        var keys = path.Select(key => Flatten(key, body, scope)).ToArray();
        if (head is NameTerm name)
        {
            if (scope.Find(name.Name) is not { } variable)
            {
                if (name.Name != "_" && names.Path(name.Name) is { } known)
                    return Document(known, keys);
                variable = name.Name == "_" ? rule.New("_") : rule.Undeclared(name.Name);
            }
            body.Mention(variable);
            var root = new VariableExpression(variable);
            return keys.Length == 0 ? root : new ReferenceExpression(ReferenceRoot.Expression, root, keys);
        }
        var value = Flatten(head, body, scope);
        return keys.Length == 0 ? value : new ReferenceExpression(ReferenceRoot.Expression, value, keys);
    }

    private ReferenceExpression Document(string[] path, Expression[] keys)
    {
        var root = path[0] == "input" ? ReferenceRoot.Input : ReferenceRoot.Data;
        Expression[] all = [.. path.Skip(1).Select(static step => new ConstantExpression(new RegoString(step))), .. keys];
        dependencies.Add(root, all.Select(static key => key.Constant));
        var document = new ReferenceExpression(root, null, all);
        documents.Add(document);
        return document;
    }

    /// <summary>Has variables among its keys, which it may bind.</summary>
    private static bool IsOpen(Expression expression) => expression is ReferenceExpression reference && reference.Keys.Any(HasVariables);

    private static bool HasVariables(Expression pattern) => pattern switch
    {
        VariableExpression => true,
        ArrayExpression array => array.Items.Any(HasVariables),
        ObjectExpression entries => entries.Entries.Any(static entry => HasVariables(entry.Value)),
        _ => false,
    };

    private VariableExpression Hoist(Func<VariableExpression, Literal> literal, BodySource body)
    {
        var variable = rule.New("");
        body.Mention(variable);
        var value = new VariableExpression(variable);
        body.Literals.Add(literal(value));
        return value;
    }

    private Expression Infix(InfixTerm infix, BodySource body, LocalScope scope)
    {
        if (infix.Operator is Operator.Assign or Operator.Unify)
            throw new RegoSyntaxException(RegoSyntaxException.Compile, infix.Place, $"{(infix.Operator == Operator.Assign ? ":=" : "=")} is a statement, not a value; compare with ==");
        var left = Flatten(infix.Left, body, scope);
        var right = Flatten(infix.Right, body, scope);
        var function = infix.Operator switch
        {
            Operator.Plus => "plus",
            Operator.Minus => "minus",
            Operator.Times => "mul",
            Operator.Divide => "div",
            Operator.Remainder => "rem",
            Operator.And => "and",
            Operator.Or => "or",
            _ => null,
        };
        return function is null
            ? new CompareExpression(infix.Operator, left, right)
            : new CallExpression(infix.Place, new Callee(BuiltinTable.Find(function)!), [left, right]);
    }

    private ComprehensionExpression Comprehension(ComprehensionTerm term, BodySource body, LocalScope scope)
    {
        var inside = body.Open();
        var local = new LocalScope(scope);
        Add(term.Body, inside, local);
        var key = term.Key is null ? null : Flatten(term.Key, inside, local);
        var value = Flatten(term.Value, inside, local);
        return new(term.Place, term.Kind, key, value, inside, rule.NewSink());
    }

    /// <summary>Each value is a closure of its own, so that one that is undefined does not take the text with it.</summary>
    private Expression Template(ImmutableArray<string> texts, IReadOnlyList<Statement> values, BodySource body, LocalScope scope)
    {
        if (values.Count == 0)
            return new ConstantExpression(new RegoString(texts[0]));
        return new TemplateExpression([.. texts], [.. values.Select(value => Closure(value, body, scope))]);
    }

    private ComprehensionExpression Closure(Statement statement, BodySource body, LocalScope scope)
    {
        if (statement is not TermStatement { Term: var term })
            throw new RegoSyntaxException(RegoSyntaxException.Compile, statement.Place, "a value is expected");
        var inside = body.Open();
        var local = new LocalScope(scope);
        var name = rule.New("");
        inside.Mention(name);
        var target = inside;
        if (!statement.With.IsEmpty)
            target = inside.Open(sharesLevel: true);
        target.Literals.Add(new UnifyLiteral(term.Place, new VariableExpression(name), Flatten(term, target, local)));
        if (!statement.With.IsEmpty)
        {
            var replacements = statement.With.Select(modifier => Replacement(modifier, inside, local)).ToArray();
            inside.Literals.Add(new WithLiteral(statement.Place, replacements, target, rule.NewSink()));
        }
        return new(statement.Place, RegoKind.Set, null, new VariableExpression(name), inside, rule.NewSink());
    }

    private PrintExpression Print(CallTerm call, BodySource body, LocalScope scope)
    {
        var texts = Enumerable.Range(0, call.Arguments.Length + 1).Select(i => i == 0 || i == call.Arguments.Length ? "" : " ");
        var values = call.Arguments.Select(argument => Closure(new TermStatement(argument.Place, argument), body, scope));
        return new(call.Place, new TemplateExpression([.. texts], [.. values]));
    }

    private static Expression Constant(Expression expression) =>
        expression.Parts.All(static part => part.Constant is not null) && ConstantFolding.Value(expression) is { } value ? new ConstantExpression(value) : expression;
}
