using System.CommandLine;
using System.Text;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Linux;
using Postrun.Model;
using Postrun.Planning;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun policy explain</c>: why one item stays or goes.</summary>
internal static class PolicyExplainCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A file or directory beneath a root of the run." };
        var config = CommonOptions.Config();
        var output = CommonOptions.Output();
        var trace = new Option<bool>("--trace") { Description = "Also the rules that gave nothing, and the statement at which each stopped." };
        var command = new Command("explain", "Show why one file or directory is kept or deleted: the facts, the decision, and the rules that made it.") { path, config, output, trace };
        command.Run(parsed =>
        {
            var preparation = Preparation.Load(parsed.GetValue(config)!);
            var explanation = Explain(preparation, parsed.GetValue(path)!);
            ExplanationView.Write(explanation, parsed.GetValue(output), parsed.GetValue(trace));
            return explanation.Item.Decision.Class == DataClass.Undecided ? ExitCode.Left : ExitCode.Clean;
        });
        return command;
    }

    private static Explanation Explain(Preparation preparation, string path)
    {
        var absolute = Absolute(path);
        if (!preparation.Roots.Any(root => absolute.IsWithin(root.Path)))
            throw CommandException.Usage($"{path}: is beneath no root of the run; roots are {string.Join(", ", preparation.Roots.Select(static root => root.Path))}; nothing else is ever touched");
        using var budget = new CleanupBudget(null, TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow();
        var item = preparation.Watch(absolute, now, TimeProvider.System, budget.Cut, out var identity)
            ?? throw CommandException.Usage($"{path}: is not there, or could not be looked at; 'postrun plan' lists what cannot be reached");
        return new(absolute, preparation.Roots.Any(root => root.Path == absolute), item, identity, preparation.Policy.Trace(item, now));
    }

    /// <summary>Links on the way to the item are resolved; the item itself may be one.</summary>
    private static UnixPath Absolute(string path)
    {
        if (path.Length == 0)
            throw CommandException.Usage("an empty path names nothing; name a file or directory of the run");
        // What is not UTF-8 cannot be an argument here; documents and messages write it with \x, which names it as well.
        if (path.Contains("\\x", StringComparison.Ordinal) && !Path.Exists(path) && UnixPath.TryParse(Path.GetFullPath(path), out var written))
            return written;
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        return parent is not null && RealPath.Of(Encoding.UTF8.GetBytes(parent)) is { } real
            ? new UnixPath(real).Join(Encoding.UTF8.GetBytes(Path.GetFileName(full)))
            : UnixPath.Of(full);
    }
}

/// <summary>All there is to say about one item.</summary>
/// <param name="Trace"><see langword="null"/> where another program decided.</param>
internal sealed record Explanation(UnixPath Path, bool IsRoot, SeenItem Item, PolicyIdentity Policy, PolicyTrace? Trace);
