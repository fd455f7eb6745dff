using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Postrun.Redaction.UserRules;

/// <summary>A mapping, read key by key. What is wrong goes to the errors, and the answer is then null or empty.</summary>
internal sealed class Section
{
    /// <summary>No person lists more.</summary>
    private const int MostListed = 1000;

    private readonly SourceMapping _mapping;
    private readonly string _name;

    private Section(SourceMapping mapping, string name, ErrorList errors) => (_mapping, _name, Errors) = (mapping, name, errors);

    internal ErrorList Errors { get; }

    internal SourceNode Node => _mapping;

    /// <param name="name">What messages call it.</param>
    internal static bool TryOpen(SourceNode node, string name, IReadOnlyCollection<string> known, ErrorList errors, [NotNullWhen(true)] out Section? section)
    {
        section = null;
        if (node is not SourceMapping mapping)
        {
            errors.Add(node, $"{name} must be a mapping, with the keys {string.Join(", ", known)}");
            return false;
        }
        foreach (var entry in mapping.Entries.Where(entry => !known.Contains(entry.Key.Text)))
            errors.Add(entry.Key, $"the key {ErrorList.Quote(entry.Key.Text)} is not known in {name}: {Suggestion.For(entry.Key.Text, known)}");
        section = new(mapping, name, errors);
        return true;
    }

    internal SourceNode? Find(string key) => _mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    internal void Report(string message) => Errors.Add(_mapping, message);

    /// <summary>A text that has to be there.</summary>
    internal SourceScalar? Required(string key, string remedy)
    {
        if (Find(key) is null)
            Report($"{_name} has no '{key}': {remedy}");
        return Optional(key);
    }

    internal SourceScalar? Optional(string key) => Find(key) is { } node ? Scalar(node, $"'{key}'") : null;

    internal bool? Flag(string key)
    {
        if (Optional(key) is not { } scalar)
            return null;
        if (scalar is { IsPlain: true, Text: "true" or "false" })
            return scalar.Text == "true";
        Errors.Add(scalar, $"'{key}' must be true or false");
        return null;
    }

    internal double? Number(string key, double least, double most)
    {
        if (Optional(key) is not { } scalar)
            return null;
        if (double.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Errors.Add(scalar, string.Create(CultureInfo.InvariantCulture, $"'{key}' must be a number from {least} to {most}"));
        return null;
    }

    internal T? Choice<T>(SourceScalar? scalar, string key, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (scalar is null)
            return null;
        if (choices.TryGetValue(scalar.Text, out var choice))
            return choice;
        Errors.Add(scalar, $"'{key}' cannot be {ErrorList.Quote(scalar.Text)}: {Suggestion.For(scalar.Text, [.. choices.Keys])}");
        return null;
    }

    /// <summary>What is listed under a key; empty where the key is absent or has another kind of value.</summary>
    internal IReadOnlyList<SourceNode> Nodes(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case SourceSequence { Items.Count: <= MostListed } sequence:
                return sequence.Items;
            case SourceSequence sequence:
                Errors.Add(sequence, $"'{key}' has more than {MostListed} entries: write several files");
                return [];
            case var other:
                Errors.Add(other, $"'{key}' must be a list: write {key}: [...], or one entry a line after '- '");
                return [];
        }
    }

    internal IReadOnlyList<SourceScalar> Texts(string key) => [.. Nodes(key).Select(node => Scalar(node, $"an entry of '{key}'")).OfType<SourceScalar>()];

    private SourceScalar? Scalar(SourceNode node, string what)
    {
        if (node is SourceScalar { IsEmpty: false, Text.Length: > 0 } scalar)
            return scalar;
        Errors.Add(node, node is SourceScalar
            ? $"{what} has no value: give it one, or remove it"
            : $"{what} must be a single value, not a {(node is SourceSequence ? "list" : "mapping")}");
        return null;
    }
}
