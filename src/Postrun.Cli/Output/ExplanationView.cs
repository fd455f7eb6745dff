using System.Text.Json;
using Postrun.Cli.Commands;
using Postrun.Model;
using Postrun.Planning;
using Postrun.Rego;
using Spectre.Console;

namespace Postrun.Cli.Output;

/// <summary>Says in sentences why an item stays or goes, and then which rules said so.</summary>
internal static class ExplanationView
{
    private const int MaxValue = 120;

    public static void Write(Explanation explanation, OutputFormat format, bool trace)
    {
        if (format == OutputFormat.Json)
            WriteJson(explanation);
        else
            WriteText(Terminal.Results, explanation, trace);
    }

    private static void WriteText(IAnsiConsole console, Explanation explanation, bool trace)
    {
        var decision = explanation.Item.Decision;
        console.MarkupLine($"[bold]{Escape(explanation.Path.ToString())}[/] {Verdict(decision)}.");
        if (explanation.Item.Facts.Type == ItemType.Directory)
            console.MarkupLine($"  [grey]That is the directory itself and what nothing else names in it. {(explanation.IsRoot ? "A root always stays" : "It stays as long as anything in it does")}; ask about what lies in it by name.[/]");
        console.WriteLine();
        console.WriteLine("Why:");
        foreach (var reason in decision.Reasons)
            console.MarkupLine($"  it {Escape(reason.Fact)} [grey]({Escape(reason.Rule)})[/]");
        if (decision.Conflict)
            console.MarkupLine("  [yellow]That speaks for keeping and for deleting; keeping wins, and the report says so.[/]");
        console.WriteLine();
        console.WriteLine("To change that:");
        foreach (var line in Remedies(decision))
            console.MarkupLine($"  {Escape(line)}");
        console.WriteLine();
        console.MarkupLine($"Decided by {Escape(explanation.Policy.Name)}{(explanation.Policy.Version.Length > 0 ? $", version {Escape(explanation.Policy.Version)}" : "")} [grey]{Escape(explanation.Policy.Digest)}[/]");
        if (explanation.Trace is not { } asked)
            return;
        console.WriteLine();
        console.WriteLine(trace ? "All rules that were asked, and what each gave:" : "The rules that gave something (--trace shows the others):");
        foreach (var rule in asked.Rules.Where(rule => trace || rule.Value is not null))
            console.MarkupLine(Line(rule));
        if (asked.Problem is { } problem)
            console.MarkupLine($"  [red]and there the policy ended in an error:[/] {Escape(problem)}");
    }

    private static string Verdict(Decision decision) => decision switch
    {
        { Treatment: Treatment.Delete } => $"[red]is deleted now[/] ({Name(decision)})",
        { Class: DataClass.Undecided } => "[yellow]is left as it is, for nothing decides what becomes of it[/]",
        { DeleteAfter: { } due } => $"[green]is kept until {Units.Date(due)}[/] ({Name(decision)})",
        _ => $"[green]is kept until somebody releases it[/] ({Name(decision)})",
    };

    private static string Name(Decision decision) => decision.Class.ToString().ToUpperInvariant() + (decision.Retention is { } code ? $", {code}" : "");

    private static IEnumerable<string> Remedies(Decision decision)
    {
        if (decision.Class == DataClass.Undecided)
            return ["declare it under workspace.evidence, keep, intermediate or transient; or mend what the reason above names"];
        var remedies = decision.Reasons.Select(reason => decision.Treatment == Treatment.Delete ? ToKeep(reason) : ToDelete(reason)).OfType<string>().Distinct();
        return decision.Treatment == Treatment.Delete ? remedies : remedies.Append("evidence that is due waits for a person: no clean-up deletes it");
    }

    private static string? ToKeep(Reason reason) => reason.Rule switch
    {
        "workspace.unmatched" or "workspace.transient" => "to keep it, let a pattern of workspace.evidence (for its term), keep, or intermediate (for a short while) match it",
        "workspace.intermediate" => "to keep it longer, give retention.intermediate a longer code, or treatment: keep",
        "cache" => "to keep this cache, leave it out of caches in the descriptor",
        var rule => $"rule {rule} of the policy says so: change it there",
    };

    /// <summary>Nothing for what spoke against keeping.</summary>
    private static string? ToDelete(Reason reason) => reason.Rule switch
    {
        "conflict.hardLink" => "to have it deleted, remove the other name, or take that out of what is kept",
        "conflict.symbolicLink" => "to have it deleted, remove the link that leads to it, or take that out of what is kept",
        "conflict.policy" => "it is declared to stay: the policy cannot have it deleted before the descriptor lets it go",
        "workspace.package" => "to have it deleted, move it out of the package",
        "workspace.evidence" or "workspace.keep" or "workspace.intermediate" => $"to have it deleted, take it out of the pattern above: a later one of {reason.Rule} that begins with ! does so",
        "workspace.transient" or "workspace.unmatched" or "cache" => null,
        var rule => $"rule {rule} of the policy says so: change it there",
    };

    private static string Line(TracedRule rule)
    {
        var name = rule.Rule.StartsWith("data.", StringComparison.Ordinal) ? rule.Rule[5..] : rule.Rule;
        var value = rule.Value is { } given
            ? $"= {Escape(VisibleText.Shorten(given.ToString(), MaxValue))}"
            : $"[grey]gives nothing{(rule.StoppedAt is { } at ? $": line {at.Line} does not hold" : "")}[/]";
        return $"  {new string(' ', rule.Depth * 2)}{Escape(name)} {value} [grey]{Escape(rule.Place.FileAndLine)}[/]";
    }

    private static void WriteJson(Explanation explanation)
    {
        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, new() { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("path", explanation.Path.ToString());
            writer.WritePropertyName("decision");
            JsonSerializer.Serialize(writer, explanation.Item.Decision, ModelJson.Default.Decision);
            writer.WritePropertyName("policy");
            JsonSerializer.Serialize(writer, explanation.Policy, ModelJson.Default.PolicyIdentity);
            if (explanation.Trace is { } trace)
            {
                writer.WritePropertyName("input");
                RegoJson.Write(writer, trace.Input);
                writer.WriteStartArray("rules");
                foreach (var rule in trace.Rules)
                    Write(writer, rule);
                writer.WriteEndArray();
                if (trace.Problem is { } problem)
                    writer.WriteString("error", problem);
            }
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter writer, TracedRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", rule.Rule);
        writer.WriteString("file", rule.Place.File);
        writer.WriteNumber("line", rule.Place.Line);
        writer.WriteNumber("depth", rule.Depth);
        if (rule.Value is { } value)
        {
            writer.WritePropertyName("value");
            RegoJson.Write(writer, value);
        }
        else if (rule.StoppedAt is { } at)
        {
            writer.WriteNumber("stoppedAtLine", at.Line);
        }
        writer.WriteEndObject();
    }

    private static string Escape(string text) => Markup.Escape(Safe.Text(text));
}
