using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Redaction.Forms;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun unseal [FILE|-]</c>: a copy in which whoever has the recipient's key finds the sealed values again.</summary>
internal static class UnsealCommand
{
    private const int LargestPem = 64 * 1024;

    /// <summary>What is given back may be read by its owner alone.</summary>
    private const int Private = 0b110_000_000;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "What to give the values back to; - is standard input.", DefaultValueFactory = static _ => "-" };
        var key = new Option<string>("--key", "-k") { Description = "The private key of the recipient, over P-256, as PEM. Only its owner may read it.", HelpName = "FILE", Required = true };
        var target = new Option<string?>("--out", "-o") { Description = "Where to write the copy; only its owner may read it. Default: standard output.", HelpName = "FILE" };
        var quiet = CommonOptions.Quiet();
        var command = new Command("unseal", "Copy a text with the values that 'redact --form sealed' sealed, for whoever has the recipient's key.") { file, key, target, quiet };
        command.Run(parsed =>
        {
            var path = parsed.GetValue(file)!;
            using var reader = Reader(parsed.GetValue(key)!);
            using var input = path == "-" ? Console.OpenStandardInput() : RedactionJob.Open(path);
            if (Reveal(reader, input, path == "-", parsed.GetValue(target)) is not var (revealed, left))
                return ExitCode.Clean;
            if (left > 0)
                Terminal.Complain($"left {Units.Count(left)} of {Units.Count(revealed + left)} sealed values as they are: sealed for another key, cut or changed");
            else if (!parsed.GetValue(quiet))
                Terminal.Complain(revealed == 0 ? "holds no sealed value" : $"gave back {Units.Count(revealed)} sealed {(revealed == 1 ? "value" : "values")}");
            return left > 0 ? ExitCode.Left : ExitCode.Clean;
        });
        return command;
    }

    /// <returns><see langword="null"/> where whoever read it stopped</returns>
    private static (long Revealed, long Left)? Reveal(SealedReader reader, Stream input, bool live, string? target)
    {
        var counts = (0L, 0L);
        if (target is not null)
            WholeFile.Write(Encoding.UTF8.GetBytes(target), Private, output => counts = reader.Reveal(input, output, live, CancellationToken.None));
        else
            using (var output = PipeOutput.Open())
                try
                {
                    counts = reader.Reveal(input, output, live, CancellationToken.None);
                }
                catch (IOException e) when (PipeOutput.IsBroken(e))
                {
                    return null;
                }
        return counts;
    }

    private static SealedReader Reader(string file)
    {
        var content = OperatorFile.ReadPrivate(file, LargestPem, $"key {file}", "name a file that holds the PEM text of the recipient's private key");
        var pem = new char[content.Length];
        try
        {
            Encoding.Latin1.GetChars(content, pem);
            return SealedReader.Of(pem);
        }
        catch (CryptographicException e)
        {
            throw CommandException.Usage($"key {file}: {e.Message}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
            pem.AsSpan().Clear();
        }
    }
}
