using System.Security.Cryptography;
using System.Text;
using Postrun.Actions;
using Postrun.Model;
using Postrun.Planning;
using Postrun.Redaction.Forms;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;

namespace Postrun.Cli.Pipeline;

/// <summary>Makes ready what the descriptor says of redaction: rules, the key, and the policy of findings.</summary>
internal static class Redactions
{
    private const int KeyLength = 32;

    /// <summary>A key as digits, with a line feed.</summary>
    private const int MaxKeyFile = 256;

    /// <param name="config">What errors call the descriptor.</param>
    /// <returns><see langword="null"/> where the descriptor turns it off</returns>
    /// <exception cref="CommandException">a file cannot be read, or is malformed</exception>
    public static RedactionTools? Load(string config, RunDescriptor descriptor, DeclaredPolicy policy)
    {
        var source = descriptor.Redaction;
        if (!source.Enabled)
            return null;
        var rules = RuleSet.Of(BuiltInRules.All);
        if (!source.Rules.IsEmpty)
            throw CommandException.Usage($"{config}: redaction.rules: this version reads no files of rules; remove it");
        foreach (var allowed in source.Allow)
            if (!rules.Rules.Any(rule => rule.Id == allowed.Rule))
                throw CommandException.Usage($"{config}: redaction.allow names the rule '{VisibleText.Shorten(allowed.Rule, 60)}', which there is not");
        return new()
        {
            Rules = rules,
            Key = source.Key is { } file ? ReadKey(file) : RandomNumberGenerator.GetBytes(KeyLength),
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

    /// <summary>What is wrong with a key is said without it.</summary>
    private static byte[] ReadKey(UnixPath file)
    {
        var content = OperatorFile.Read(file.Bytes, MaxKeyFile, $"redaction.key {file}", "'openssl rand -hex 32' makes one");
        if (content.Length == KeyLength)
            return content;
        var text = Encoding.ASCII.GetString(content).Trim();
        if (text.Length == 2 * KeyLength && text.All(char.IsAsciiHexDigit))
            return Convert.FromHexString(text);
        throw CommandException.Usage($"redaction.key {file}: is neither 32 bytes nor 64 hexadecimal digits; 'openssl rand -hex 32' makes one");
    }
}
