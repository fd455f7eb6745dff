namespace Postrun.Rego;

/// <summary>The variables of one rule or query.</summary>
internal sealed class RuleScope
{
    private readonly Dictionary<string, Variable> undeclared = [];

    public int Slots { get; private set; }

    /// <summary>The first is for the rule itself.</summary>
    public int Sinks { get; private set; } = 1;

    /// <summary>In the order in which they are first named.</summary>
    public List<Variable> Named { get; } = [];

    public Variable New(string name)
    {
        var variable = new Variable(name, Slots++);
        if (!variable.IsGenerated && !variable.IsWildcard)
            Named.Add(variable);
        return variable;
    }

    public int NewSink() => Sinks++;

    /// <summary>A name that no statement declares is one variable in all of the rule.</summary>
    public Variable Undeclared(string name)
    {
        if (!undeclared.TryGetValue(name, out var variable))
            undeclared.Add(name, variable = New(name));
        return variable;
    }

    public bool IsUndeclared(string name, out Variable? variable) => undeclared.TryGetValue(name, out variable);
}

/// <summary>Declared variables by their names, innermost first.</summary>
internal sealed class LocalScope(LocalScope? outer)
{
    private readonly Dictionary<string, Variable> declared = [];

    public Variable? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.declared.TryGetValue(name, out var variable))
                return variable;
        }
        return null;
    }

    public bool Declares(string name) => declared.ContainsKey(name);

    public void Declare(string name, Variable variable) => declared[name] = variable;

    private LocalScope? Outer => outer;
}
