using System.Text.Json;

namespace Postrun.Rego.Tests;

/// <summary>One case of the compliance suite that policy engines share.</summary>
internal sealed record ConformanceCase(string Category, string Note, JsonElement Content)
{
    /// <summary>Where the suite lies; <see langword="null"/> where this machine does not have it.</summary>
    public static string? Folder { get; } = new[] { Environment.GetEnvironmentVariable("POSTRUN_CONFORMANCE"), Path.Combine(Repository(), "../shared/conformance") }
        .Where(static folder => folder is not null).Select(static folder => Path.Combine(folder!, "rego")).FirstOrDefault(Directory.Exists);

    /// <summary>Of every file in the folder.</summary>
    public static IReadOnlyList<ConformanceCase> All { get; } = Folder is null ? [] : [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    public override string ToString() => $"{Category}: {Note}";

    /// <returns>What is wrong; <see langword="null"/> where the case passes.</returns>
    public string? Run()
    {
        try
        {
            var wanted = Text("want_error_code") is not null || Text("want_error") is not null;
            var given = Evaluate();
            return wanted ? $"an error {Text("want_error_code")} was expected, the result is {RegoJson.ToText(given)}" : Compare(given);
        }
        catch (RegoException e)
        {
            if (Text("want_error_code") is { } code && code != e.Code)
                return $"{code} was expected: {e.Code}: {e.Message}";
            if (Text("want_error") is { } part && !e.Message.Contains(part, StringComparison.Ordinal))
                return $"'{part}' was expected: {e.Message}";
            return (Text("want_error_code") ?? Text("want_error")) is null ? $"{e.Code}: {e.Message}" : null;
        }
    }

    private RegoArray Evaluate()
    {
        // A function that is not offered may stand in a case that replaces it.
        var options = new CompileOptions { AllowUnoffered = true };
        var modules = Content.TryGetProperty("modules", out var texts)
            ? texts.EnumerateArray().Select(static (text, i) => RegoModule.Parse($"test-{i}.rego", text.GetString()!, RegoVersion.V1))
            : [];
        var policy = RegoPolicy.Compile(modules, Content.TryGetProperty("data", out var data) ? (RegoObject)RegoJson.Parse(data.GetRawText()) : null, options);
        RegoValue? input = null;
        if (Content.TryGetProperty("input", out var document))
            input = RegoJson.Parse(document.GetRawText());
        else if (Text("input_term") is { } term)
            input = RegoPolicy.Compile([], null).NewEvaluator().Evaluate(RegoPolicy.Compile([], null).Prepare($"x = {term}"), null).Single().Get("x");
        var evaluator = policy.NewEvaluator(new() { StrictBuiltinErrors = Content.TryGetProperty("strict_error", out var strict) && strict.GetBoolean() });
        return new([.. evaluator.Evaluate(policy.Prepare(Text("query")!), input)]);
    }

    /// <summary>Sets and arrays look alike in the file; the order of solutions counts only where it says so.</summary>
    private string? Compare(RegoArray given)
    {
        var wanted = Content.TryGetProperty("want_result", out var result) && result.ValueKind == JsonValueKind.Array ? RegoJson.Parse(result.GetRawText()) : RegoArray.Empty;
        var plain = RegoJson.Parse(RegoJson.ToText(given));
        if (Content.TryGetProperty("sort_bindings", out var sorted) && sorted.GetBoolean())
            (wanted, plain) = (Sorted(wanted), Sorted(plain));
        return RegoSet.Of((RegoArray)wanted).Equals(RegoSet.Of((RegoArray)plain)) ? null : $"{wanted} was expected: {plain}";
    }

    private static RegoValue Sorted(RegoValue value) => value switch
    {
        RegoArray array => new RegoArray([.. array.Select(Sorted).Order()]),
        RegoObject entries => RegoObject.Of(entries.Select(static entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value)))),
        _ => value,
    };

    private string? Text(string name) => Content.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<ConformanceCase> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(entry =>
            new ConformanceCase(Path.GetFileNameWithoutExtension(file), entry.GetProperty("note").GetString()!, entry.Clone()))];
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Postrun.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
