namespace Postrun.Rego;

/// <summary>An evaluation ended without an answer.</summary>
/// <param name="code">Such as <c>eval_conflict_error</c>: the names that policy tools have for it.</param>
public class RegoException(string code, string message, SourcePlace? place = null) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>Where in the policy, if that is known.</summary>
    public SourcePlace? Place { get; } = place;
}

/// <summary>A built-in function could not do what it was asked for: undefined, or an error where built-in errors are strict.</summary>
public sealed class BuiltinException(string code, string message) : RegoException(code, message)
{
    /// <summary>An operand is not of the type or the form that it must be.</summary>
    public const string Type = "eval_type_error";

    /// <summary>Anything else.</summary>
    public const string Failed = "eval_builtin_error";

    public BuiltinException(string message) : this(Failed, message)
    {
    }
}

/// <summary>The evaluation needed more steps, memory or depth than it was given.</summary>
public sealed class BudgetException(string message) : RegoException("eval_budget_error", message);
