using Postrun.Redaction.Rules;

namespace Postrun.Redaction.UserRules;

/// <summary>The names that files may use for rules: their ids, and the categories.</summary>
/// <param name="ids">Also of rules that were refused: whoever names them is not wrong as well.</param>
internal sealed class RuleNames(IReadOnlyList<Rule> rules, IReadOnlySet<string> ids)
{
    /// <summary>The ids that a name stands for; a category may have no rule.</summary>
    internal IEnumerable<string> Resolve(SourceScalar name, string key, ErrorList errors)
    {
        if (RuleWords.Categories.TryGetValue(name.Text, out var category))
            return rules.Where(rule => rule.Category == category).Select(static rule => rule.Id);
        if (ids.Contains(name.Text))
            return [name.Text];
        errors.Add(name, $"{ErrorList.Quote(name.Text)} under '{key}' is neither a rule nor a category: {Suggestion.For(name.Text, [.. ids, .. RuleWords.Categories.Keys])}");
        return [];
    }
}
