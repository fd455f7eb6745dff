using Postrun.Actions;
using Postrun.Model;
using Postrun.Planning;
using Postrun.Redaction.Forms;
using Postrun.Redaction.Scanning;

namespace Postrun.Cli.Pipeline;

/// <summary>Makes ready what the descriptor says of redaction: rules, the key, and the policy of findings.</summary>
internal static class Redactions
{
    /// <param name="config">What errors call the descriptor.</param>
    /// <returns><see langword="null"/> where the descriptor turns it off</returns>
    /// <exception cref="CommandException">a file cannot be read, or is malformed</exception>
    public static RedactionTools? Load(string config, RunDescriptor descriptor, DeclaredPolicy policy)
    {
        var source = descriptor.Redaction;
        if (!source.Enabled)
            return null;
        var key = RedactionRules.Key(source.Key?.ToString());
        var selection = RedactionRules.Read([.. source.Rules.Select(static file => file.ToString())], key);
        var rules = RuleSet.Of(selection.Rules);
        foreach (var allowed in source.Allow)
            if (!rules.Rules.Any(rule => rule.Id == allowed.Rule))
                throw CommandException.Usage($"{config}: redaction.allow names the rule '{VisibleText.Shorten(allowed.Rule, 60)}', which there is not");
        return new()
        {
            Rules = rules,
            Selection = source.Rules.IsEmpty ? null : selection,
            Key = key ?? RedactionRules.Fresh(),
            Policy = policy.ForFindings(TimeProvider.System.GetUtcNow()),
            Form = source.Form switch
            {
                FindingForm.Remove => RedactionForm.Remove,
                FindingForm.Mask => RedactionForm.Mask,
                FindingForm.LastFour => RedactionForm.LastFour,
                _ => RedactionForm.Label,
            },
        };
    }

    /// <summary>What a plan says of it.</summary>
    public static PlanRedaction? Of(RunDescriptor descriptor, RedactionTools? tools) => tools is null
        ? null
        : new(tools.Rules.Version, tools.Rules.Rules.Count, tools.Policy.Identity, descriptor.Redaction.Key is null ? "run" : "file");
}
