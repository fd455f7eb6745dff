using System.CommandLine;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun policy</c>: what the writer of a policy needs.</summary>
internal static class PolicyCommand
{
    public static Command Create() => new("policy", "Check, try, test and explain policies in Rego.")
    {
        PolicyCheckCommand.Create(),
        PolicyEvalCommand.Create(),
        PolicyTestCommand.Create(),
        PolicyExplainCommand.Create(),
    };

    public static Argument<string[]> Paths(string description) => new("PATH") { Description = description, Arity = ArgumentArity.ZeroOrMore };

    public static Option<bool> OldSyntax() => new("--v0-compatible")
    {
        Description = "Read modules as Rego before OPA 1.0. Otherwise each is read as version 1, and as version 0 where it is not that.",
    };
}
