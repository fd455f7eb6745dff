using System.Collections.Immutable;

namespace Postrun.Planning;

/// <summary>A mapping of the descriptor, read key by key. What is wrong goes to the errors; the result is then <see langword="null"/>.</summary>
internal sealed class Section
{
    /// <summary>No person lists more; it keeps the checks of each against each cheap.</summary>
    private const int MaxListed = 1000;

    private readonly SourceMapping mapping;
    private readonly string path;

    private Section(ReadContext context, SourceMapping mapping, string path)
    {
        (Context, this.mapping, this.path) = (context, mapping, path);
        var known = DescriptorKeys.Of(path);
        foreach (var entry in mapping.Entries.Where(entry => !known.Contains(entry.Key.Text)))
            context.Errors.Add(entry.Key, $"the key {ErrorList.Quote(entry.Key.Text)} is not known{(path.Length == 0 ? "" : $" in '{path}'")}: {Suggestion.For(entry.Key.Text, known)}");
    }

    public ReadContext Context { get; }

    /// <param name="path">As in <see cref="DescriptorKeys"/>.</param>
    public static Section? Open(ReadContext context, SourceNode node, string path)
    {
        if (node is SourceMapping mapping)
            return new(context, mapping, path);
        var name = path.Length == 0 ? "the descriptor" : $"'{path}'";
        context.Errors.Add(node, node is SourceScalar { IsEmpty: true }
            ? $"{name} has no value: give it one, or remove the key"
            : $"{name} must be a mapping, with the keys {string.Join(", ", DescriptorKeys.Of(path))}");
        return null;
    }

    /// <summary>Such as <c>signing.key</c>; empty for the whole descriptor.</summary>
    public string Name => path;

    public string NameOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    public SourceNode? Find(string key) => mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    public bool Has(string key) => Find(key) is not null;

    public SourceEntry? FirstEntry => mapping.Entries.FirstOrDefault();

    public void Report(string message) => Context.Errors.Add(mapping, message);

    public void RequireOne(params string[] keys)
    {
        if (keys.Count(Has) != 1)
            Report($"'{path}' needs exactly one of {string.Join(", ", keys)}");
    }

    /// <summary>The name of an environment variable under <c>env</c>.</summary>
    /// <param name="example">Such a name.</param>
    public string? Variable(string example)
    {
        if (Scalar("env") is not { } scalar || Context.Expand(scalar) is not { } name)
            return null;
        if (Interpolation.IsName(name) && name.Length <= 256)
            return name;
        // Not quoted: somebody may have written the secret itself, or interpolated it.
        Context.Errors.Add(scalar, $"'{NameOf("env")}' is not the name of an environment variable: write the name alone, such as {example}, not its value");
        return null;
    }

    /// <summary>A file that the clean-up itself needs, and so may not remove.</summary>
    public Postrun.Model.UnixPath? File(string key, Layout layout, string what)
    {
        if (Path(key) is not { } file)
            return null;
        layout.RequireOutsideRoots(file, what);
        return file.Value;
    }

    /// <summary>A mapping that says where a secret is. Whoever writes the secret itself is told so, and it is not shown.</summary>
    public Section? OpenSource(string key)
    {
        if (Find(key) is not SourceScalar { IsEmpty: false } scalar)
            return Open(key);
        Context.Errors.Add(scalar, $"'{NameOf(key)}' must not be the token itself, for many read this file: write {{ env: NAME }} or {{ file: PATH }}, and replace the token if this one is real");
        return null;
    }

    /// <summary>A time such as <c>5s</c> within limits.</summary>
    /// <param name="range">The limits, and such a time.</param>
    public TimeSpan? Duration(string key, TimeSpan shortest, TimeSpan longest, string range)
    {
        if (Scalar(key) is not { } scalar || Context.Expand(scalar) is not { } text)
            return null;
        if (Postrun.Model.Durations.TryParse(text, out var time) && time >= shortest && time <= longest)
            return time;
        Context.Errors.Add(scalar, $"'{NameOf(key)}' cannot be {ErrorList.Quote(scalar.Text)}: write a time {range}");
        return null;
    }

    public Section? Open(string key) => Find(key) is { } node ? Open(Context, node, NameOf(key)) : null;

    public SourceScalar? Scalar(string key) => Find(key) is { } node ? Scalar(node, NameOf(key)) : null;

    public string? Text(string key, int maxLength = 256) => Scalar(key) is { } scalar ? Context.Line(scalar, NameOf(key), maxLength) : null;

    public Located<Postrun.Model.UnixPath>? Path(string key) => Scalar(key) is { } scalar ? Context.Path(scalar) : null;

    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (Scalar(key) is not { } scalar || Context.Expand(scalar) is not { } text)
            return null;
        if (choices.TryGetValue(text, out var choice))
            return choice;
        Context.Errors.Add(scalar, $"'{NameOf(key)}' cannot be {ErrorList.Quote(scalar.Text)}: write {string.Join(" or ", choices.Keys.Order(StringComparer.Ordinal))}");
        return null;
    }

    /// <summary>The scalars of a list; empty where the key is absent or the value is not a list.</summary>
    public ImmutableArray<SourceScalar> List(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case SourceSequence { Items.Length: > MaxListed } long_:
                Context.Errors.Add(long_, $"'{NameOf(key)}' has more than {MaxListed} entries: merge some");
                return [];
            case SourceSequence sequence:
                return [.. sequence.Items.Select(item => Scalar(item, "an entry of '" + NameOf(key) + "'", quoted: false)).OfType<SourceScalar>()];
            case var other:
                Context.Errors.Add(other, other is SourceScalar { IsEmpty: true }
                    ? $"'{NameOf(key)}' has no value: write [] for an empty list, or remove the key"
                    : $"'{NameOf(key)}' must be a list: write {NameOf(key).Split('.')[^1]}: [...], or one entry a line after '- '");
                return [];
        }
    }

    /// <summary>The mappings of a list; empty where the key is absent or the value is not a list.</summary>
    public ImmutableArray<Section> Mappings(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case SourceSequence { Items.Length: <= MaxListed } sequence:
                return [.. sequence.Items.Select(item => Open(Context, item, NameOf(key))).OfType<Section>()];
            case var other:
                Context.Errors.Add(other, other is SourceSequence ? $"'{NameOf(key)}' has more than {MaxListed} entries: merge some" : $"'{NameOf(key)}' must be a list of mappings, each with the keys {string.Join(", ", DescriptorKeys.Of(NameOf(key)))}");
                return [];
        }
    }

    private SourceScalar? Scalar(SourceNode node, string name, bool quoted = true)
    {
        if (quoted)
            name = $"'{name}'";
        if (node is SourceScalar { IsEmpty: false } scalar)
            return scalar;
        Context.Errors.Add(node, node is SourceScalar
            ? $"{name} has no value: give it one, or remove it"
            : $"{name} must be a single value, not a {(node is SourceSequence ? "list" : "mapping")}");
        return null;
    }
}
