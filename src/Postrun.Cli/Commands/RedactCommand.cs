using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Redaction.Forms;
using Postrun.Redaction.Text;
using Postrun.Redaction.UserRules;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun redact [FILE|-]</c>: a copy without secrets and personal data; of a pipe, line by line.</summary>
internal static class RedactCommand
{
    private const int LargestPem = 64 * 1024;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "What to redact; - is standard input.", DefaultValueFactory = static _ => "-" };
        var target = new Option<string?>("--out", "-o") { Description = "Where to write the copy. Default: standard output.", HelpName = "FILE" };
        var inPlace = new Option<bool>("--in-place", "-i") { Description = "Put the copy in place of the file, where something was redacted." };
        var rules = CommonOptions.Rules();
        var key = CommonOptions.RedactionKey();
        var form = Form();
        var recipient = new Option<string?>("--recipient") { Description = "For whom the form 'sealed' seals: a public key over P-256, as PEM.", HelpName = "FILE" };
        var quiet = CommonOptions.Quiet();
        var command = new Command("redact", "Copy a text without secrets and personal data, such as in: train.py 2>&1 | postrun redact -")
        {
            file, target, inPlace, rules, key, form, recipient, quiet,
        };
        command.Run(parsed =>
        {
            var path = parsed.GetValue(file)!;
            if (parsed.GetValue(inPlace) && (path == "-" || parsed.GetValue(target) is not null))
                throw CommandException.Usage("--in-place needs the name of a file, and no --out");
            var secret = RedactionRules.Key(parsed.GetValue(key));
            var selection = RedactionRules.Read(parsed.GetValue(rules), secret);
            using var sealer = Sealer(parsed.GetValue(recipient), selection, parsed.GetValue(form));
            var job = new RedactionJob(selection, Options(selection, parsed.GetValue(form), sealer, secret ?? RedactionRules.Fresh()));
            var summary = path == "-" ? job.Stream(parsed.GetValue(target))
                : parsed.GetValue(inPlace) ? job.InPlace(path)
                : job.Copy(path, parsed.GetValue(target));
            if (summary is not null && !parsed.GetValue(quiet))
                RedactionView.Write(summary);
            return ExitCode.Clean;
        });
        return command;
    }

    private static RedactionOptions Options(RuleSelection selection, RedactionForm? form, ValueSealer? sealer, byte[] key) => new()
    {
        Key = key,
        // Whoever gives a rule a form wants it redacted, however sure a finding is.
        Redacts = (rule, confidence) => RedactionOptions.IsSureOrSevere(rule, confidence) || selection.FormOf(rule) is not null,
        FormOf = rule => selection.FormOf(rule) ?? form ?? RedactionForm.Label,
        Sealer = sealer,
    };

    private static ValueSealer? Sealer(string? file, RuleSelection selection, RedactionForm? form)
    {
        var wanted = form == RedactionForm.Sealed || selection.Rules.Any(rule => selection.FormOf(rule) == RedactionForm.Sealed);
        if (file is null)
            return wanted ? throw CommandException.Usage("the form 'sealed' needs --recipient FILE: the public key of whoever may read the values") : null;
        try
        {
            return ValueSealer.Of(Encoding.UTF8.GetString(OperatorFile.Read(file, LargestPem, $"recipient {file}", "name a file that holds the PEM text of a public key")));
        }
        catch (CryptographicException e)
        {
            throw CommandException.Usage($"recipient {file}: {e.Message}");
        }
    }

    private static Option<RedactionForm?> Form() => new("--form", "-f")
    {
        Description = "What stands where a value stood, unless a file of rules says otherwise. Default: label.",
        HelpName = "label|remove|mask|last4|format-preserving|sealed",
        CustomParser = static argument =>
        {
            if (argument.Tokens is [var token] && RuleWords.Forms.TryGetValue(token.Value, out var form))
                return form;
            argument.AddError("--form takes label, remove, mask, last4, format-preserving or sealed");
            return null;
        },
    };
}
