using System.Collections.Frozen;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Forms;

namespace Postrun.Redaction.UserRules;

/// <summary>A file of rules, as bytes. It touches no disk: the host has read it.</summary>
/// <param name="Name">What errors call it.</param>
/// <param name="Content">UTF-8, at most 1 MiB.</param>
public sealed record RuleFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>What reading files of rules gave: a selection, or everything that is wrong with them.</summary>
/// <param name="Selection">null exactly where there are errors.</param>
public sealed record RuleFilesResult(RuleSelection? Selection, IReadOnlyList<RuleFileError> Errors);

/// <summary>Reads files of rules, which <c>docs/redaction-rules.md</c> describes.</summary>
public static class RuleFiles
{
    internal static readonly string[] Keys = ["rules", "allow", "disable", "forms"];

    private const string Name = "the file";

    /// <summary>Adds what the files say to the rules that the executable brings. Files may name each other's rules.</summary>
    public static RuleFilesResult Read(IReadOnlyList<RuleFile> files)
    {
        var errors = files.Select(static file => new ErrorList(file.Name)).ToList();
        var opened = new List<Section>();
        var rules = BuiltInRules.All.ToList();
        var taken = rules.Select(static rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        for (var number = 0; number < files.Count; number++)
        {
            if (SourceTree.Read(files[number].Content.Span, errors[number]) is not { } root || !Section.TryOpen(root, Name, Keys, errors[number], out var section))
                continue;
            opened.Add(section);
            foreach (var node in section.Nodes("rules"))
            {
                if (RuleReader.Read(node, taken, section.Errors) is { } rule)
                    rules.Add(rule);
                // A rule that was refused has its name all the same: others refer to it.
                if (node is SourceMapping mapping && mapping.Entries.FirstOrDefault(static entry => entry.Key.Text == "id")?.Value is SourceScalar id)
                    taken.Add(id.Text);
            }
        }
        return Select(opened, rules, new(rules, taken), errors);
    }

    private static RuleFilesResult Select(List<Section> sections, List<Rule> rules, RuleNames names, List<ErrorList> errors)
    {
        var allowances = new List<Allowance>();
        var disabled = new HashSet<string>(StringComparer.Ordinal);
        var forms = new Dictionary<string, RedactionForm>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            allowances.AddRange(section.Nodes("allow").Select(node => AllowanceReader.Read(node, names, section.Errors)).OfType<Allowance>());
            disabled.UnionWith(section.Texts("disable").SelectMany(scalar => names.Resolve(scalar, "disable", section.Errors)));
            ReadForms(section, names, forms);
        }
        var all = errors.SelectMany(static list => list.Sorted()).ToList();
        return all.Count > 0 ? new(null, all) : new(new(rules.Where(rule => !disabled.Contains(rule.Id)), allowances, forms.ToFrozenDictionary()), []);
    }

    private static void ReadForms(Section section, RuleNames names, Dictionary<string, RedactionForm> forms)
    {
        if (section.Find("forms") is not { } node)
            return;
        if (node is not SourceMapping mapping)
        {
            section.Errors.Add(node, "'forms' must be a mapping from rules or categories to forms, such as personal-brazil: last4");
            return;
        }
        // Categories first, so that a rule has the last word whatever the order is.
        foreach (var entry in mapping.Entries.OrderBy(static entry => RuleWords.Categories.ContainsKey(entry.Key.Text) ? 0 : 1))
        {
            var ids = names.Resolve(entry.Key, "forms", section.Errors);
            if (entry.Value is not SourceScalar word)
                section.Errors.Add(entry.Value, $"a form is one word: {string.Join(", ", RuleWords.Forms.Keys.Order(StringComparer.Ordinal))}");
            else if (section.Choice(word, entry.Key.Text, RuleWords.Forms) is { } form)
                foreach (var id in ids)
                    forms[id] = form;
        }
    }
}
