using System.Globalization;
using System.Text;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Writes the descriptor that <c>postrun init</c> proposes: valid as it stands, commented, and cautious where it guesses.</summary>
public static class DescriptorTemplate
{
    /// <summary>The text of a <c>postrun.yaml</c>.</summary>
    public static string Write(DescriptorFacts facts)
    {
        var id = facts.RunId is { } known ? Quoted(known) : "\"${RUN_ID:?set it to the id of this run}\"";
        var packages = Of(facts, DirectoryGuess.Package).Take(1).ToList();
        var evidence = Patterns(facts, "evidence: gate reports, metrics, SBOM, attestations", DirectoryGuess.Reports).ToList();
        if (evidence.Count == 0)
            evidence.Add("\"/reports/**\"  # gate reports, metrics, SBOM, attestations");
        evidence.Add("\"model_card.md\"");
        return $$"""
            # What to clean up after this run, and what must stay. 'postrun plan' shows what would happen; it removes nothing.
            apiVersion: {{RunDescriptor.ApiVersion}}

            run:
              id: {{id}}
              # How the gates of the run ended: passed or failed.
              outcome: "${RUN_OUTCOME:-failed}"
              # name: my-model
              # owner: team@example.com
              # finishedAt: 2026-01-31T12:00:00Z   # default: when the plan is made
              # links: { pipeline: "https://ci.example.com/runs/1" }

            workspace:
              # Only these directories are cleaned. Nothing outside them is touched.
              roots:
                - {{Quoted(facts.Root)}}
            {{Package(facts, packages)}}
              # Mount points within the roots that may be entered; all others are left alone.
              mounts: []
              # Patterns as in .gitignore, relative to each root. The last that matches decides.
              evidence:{{List(evidence)}}
              # Stays as well, with the term of evidence.
              keep:{{List(Patterns(facts, "logs; remove this line if they may go", DirectoryGuess.Logs))}}
              # Stays for a short while.
              intermediate:{{List(Patterns(facts, "checkpoints and samples that were not packaged", DirectoryGuess.Checkpoints, DirectoryGuess.Samples))}}
              # Goes now.
              transient:{{List(Patterns(facts, "temporary files", DirectoryGuess.Temporary))}}
              # What no pattern names: transient (goes), or undecided (stays and is reported).
              unmatched: undecided

            # Caches outside the workspace: none, auto, or names.{{(facts.Caches.IsEmpty ? "" : " Found here: " + string.Join(", ", facts.Caches) + ".")}}
            caches: none

            retention:
              evidence: { code: RET-90 }
              intermediate: { code: RET-7, treatment: keep }
              transient: { code: RET-0 }

            # listed: path, type and size of each removed entry; hashed: also the SHA-256 of its content.
            confirmation: listed

            evidence:
              directory: ./postrun

            # Sign the evidence:
            # signing:
            #   key: { file: ./postrun.key }
            #   passphrase: { env: POSTRUN_KEY_PASSPHRASE }

            # Decide by a policy of your own, or ask an OPA server (one of the two):
            # policy: { bundle: ./policy }
            # policy:
            #   opa: { url: "https://opa.example.com", token: { env: OPA_TOKEN } }

            """;
    }

    private static string Package(DescriptorFacts facts, List<FoundDirectory> packages) => packages is [var package]
        ? $"  # The package of the model; everything in it stays.\n  package: {Quoted(facts.Root.TrimEnd('/') + "/" + package.Path)}"
        : $"  # The package of the model; everything in it stays.\n  # package: {Quoted(facts.Root.TrimEnd('/') + "/package")}";

    private static IEnumerable<FoundDirectory> Of(DescriptorFacts facts, params DirectoryGuess[] guesses) =>
        facts.Directories.Where(found => guesses.Contains(found.Guess)).OrderBy(found => found.Path, StringComparer.Ordinal);

    private static IEnumerable<string> Patterns(DescriptorFacts facts, string comment, params DirectoryGuess[] guesses) =>
        Of(facts, guesses).Select(found => $"{Quoted("/" + EscapePattern(found.Path) + "/**")}  # {comment}");

    private static string List(IEnumerable<string> entries)
    {
        var lines = string.Concat(entries.Select(entry => $"\n    - {entry}"));
        return lines.Length == 0 ? " []" : lines;
    }

    private static string EscapePattern(string path)
    {
        var escaped = new StringBuilder(path.Length);
        foreach (var unit in path)
            (unit is '*' or '?' or '[' or '\\' ? escaped.Append('\\') : escaped).Append(unit);
        return escaped.ToString();
    }

    /// <summary>YAML 1.2.2, 7.3.1; a dollar is doubled, for it is the descriptor's own escape.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '"' or '\\' => quoted.Append('\\').Append(unit),
                '$' => quoted.Append("$$"),
                _ when char.IsControl(unit) || unit is '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => quoted.Append(unit),
            };
        }
        return quoted.Append('"').ToString();
    }
}
