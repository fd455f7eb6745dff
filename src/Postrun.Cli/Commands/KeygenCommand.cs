using System.CommandLine;
using System.Text;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Evidence;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun keygen</c>: makes the key that evidence is signed with.</summary>
internal static class KeygenCommand
{
    private const int MinPassphrase = 12;

    public static Command Create()
    {
        var file = new Option<string>("--out")
        {
            Description = "Where to write the private key; the public key goes beside it, ending in .pub.",
            DefaultValueFactory = _ => Path.Combine(Keys.DefaultDirectory, "postrun.key"),
            HelpName = "FILE",
        };
        var variable = new Option<string>("--passphrase-env")
        {
            Description = "The environment variable that holds the passphrase. On a terminal it is asked for where the variable is not set.",
            DefaultValueFactory = _ => Keys.PassphraseVariable,
            HelpName = "NAME",
        };
        var clear = new Option<bool>("--no-passphrase") { Description = "Write the private key unencrypted, for a place that protects it otherwise." };
        var quiet = CommonOptions.Quiet();
        var command = new Command("keygen", "Make an ECDSA P-256 key to sign evidence with; the private key is written as encrypted PEM.") { file, variable, clear, quiet };
        command.Run(parsed =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            var publicPath = Path.ChangeExtension(path, ".pub");
            if (publicPath == path)
                throw CommandException.Usage($"{path}: ends in .pub, which is for the public key beside it; name another file");
            using var pair = KeyPair.Generate();
            var pem = parsed.GetValue(clear) ? pair.ExportClearPem() : pair.ExportEncryptedPem(Passphrase(parsed.GetValue(variable)!));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Write(path, pem, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Write(publicPath, pair.PublicPem, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            if (!parsed.GetValue(quiet))
                Console.Out.WriteLine(Secrets.Hide($"{path}\n{publicPath}"));
            return ExitCode.Clean;
        });
        return command;
    }

    private static string Passphrase(string variable)
    {
        var passphrase = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value
            : Terminal.IsAttended ? Terminal.AskSecret("Passphrase for the new key:")
            : throw CommandException.Usage($"no passphrase: set {variable}, or pass --no-passphrase to write the key unencrypted");
        return passphrase.Length >= MinPassphrase ? passphrase : throw CommandException.Usage($"the passphrase is too short; take at least {MinPassphrase} characters");
    }

    private static void Write(string path, string pem, UnixFileMode mode)
    {
        try
        {
            using var stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mode });
            stream.Write(Encoding.ASCII.GetBytes(pem));
        }
        catch (IOException e)
        {
            throw CommandException.Usage($"{path}: cannot be written: {e.Message} A key that is there is never replaced");
        }
    }
}
