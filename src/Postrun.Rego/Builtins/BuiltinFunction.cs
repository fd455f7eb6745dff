namespace Postrun.Rego;

/// <param name="arguments">As many as the function's arity.</param>
/// <returns><see langword="null"/> where the result is undefined.</returns>
/// <exception cref="BuiltinException">an operand is wrong, or the function failed</exception>
internal delegate RegoValue? BuiltinBody(BuiltinContext context, ReadOnlySpan<RegoValue> arguments);

/// <param name="Name">Such as <c>strings.reverse</c>.</param>
/// <param name="Arity">How many arguments it takes.</param>
/// <param name="Body">What it does; <see langword="null"/> where Postrun does not offer the function.</param>
internal sealed record BuiltinFunction(string Name, int Arity, BuiltinBody? Body)
{
    /// <summary>The same arguments give the same result in every evaluation.</summary>
    public bool Deterministic { get; init; } = true;

    /// <summary>Each element of the array that the body returns is a result of its own.</summary>
    public bool Relation { get; init; }
}

/// <summary>What a built-in function may use besides its arguments.</summary>
internal sealed class BuiltinContext(Budget budget, TimeProvider clock)
{
    private readonly Dictionary<(string, RegoValue), RegoValue> drawn = [];
    private DateTimeOffset? now;

    public Budget Budget { get; } = budget;

    /// <summary>One instant for the whole evaluation.</summary>
    public DateTimeOffset Now => now ??= clock.GetUtcNow();

    /// <summary>A random value that stays the same within the evaluation.</summary>
    public RegoValue Draw(string function, RegoValue argument, Func<RegoValue> draw)
    {
        if (!drawn.TryGetValue((function, argument), out var value))
            drawn.Add((function, argument), value = draw());
        return value;
    }

    /// <summary>A string that a function made; its memory is charged.</summary>
    public RegoString Text(string value)
    {
        Budget.Allocate(value.Length * 2L + 24);
        return new(value);
    }

    /// <summary>A new evaluation begins.</summary>
    public void Renew()
    {
        now = null;
        drawn.Clear();
        Budget.Renew();
    }
}
