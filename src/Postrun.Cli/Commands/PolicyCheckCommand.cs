using System.CommandLine;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Planning;
using Postrun.Rego;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun policy check [PATH...]</c>: every error of a policy, before it decides anything.</summary>
internal static class PolicyCheckCommand
{
    public static Command Create()
    {
        var paths = PolicyCommand.Paths("Bundles, directories or files. Default: Postrun's own policies alone.");
        var old = PolicyCommand.OldSyntax();
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var command = new Command("check", "Parse and compile policies together with Postrun's own, and name every error with its place.") { paths, old, output, quiet };
        command.Run(parsed =>
        {
            var sources = PolicySources.Read(parsed.GetValue(paths)!, PolicySources.Version(parsed.GetValue(old)), tests: true);
            var all = BuiltInPolicies.Around(sources.Modules).ToArray();
            RegoSyntaxException[] errors = sources.Errors.IsEmpty ? [.. CompilerErrors(all)] : [.. sources.Errors];
            if (errors.Length == 0 && RegoPolicy.Compile(all, sources.Data, new() { AllowUnoffered = true }).ShadowedRule() is var (name, place))
                throw new BundleException($"data at {name} stands where the rule at {place} defines it; data cannot stand in for a rule");
            if (parsed.GetValue(output) == OutputFormat.Json)
                PolicyErrors.WriteJson(errors);
            else
                foreach (var error in errors)
                    Terminal.Complain(error.Message);
            if (errors.Length == 0 && parsed.GetValue(output) == OutputFormat.Text && !parsed.GetValue(quiet))
                Terminal.Print($"no errors: {sources.Modules.Length} module{(sources.Modules.Length == 1 ? "" : "s")}, and {all.Length - sources.Modules.Length} of Postrun's own");
            return errors.Length == 0 ? ExitCode.Clean : ExitCode.Usage;
        });
        return command;
    }

    /// <summary>Only tests may name functions that are not offered: they put others in their place.</summary>
    private static IEnumerable<RegoSyntaxException> CompilerErrors(RegoModule[] all) =>
        RegoPolicy.Errors(all.Where(static module => !module.File.EndsWith(RegoBundle.TestSuffix, StringComparison.Ordinal)))
            .Concat(RegoPolicy.Errors(all, new() { AllowUnoffered = true }))
            .DistinctBy(static error => error.Message);
}
