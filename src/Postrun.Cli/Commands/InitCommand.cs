using System.CommandLine;
using Postrun.Cli.Pipeline;
using Postrun.Planning;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun init</c>: writes a commented descriptor from what is found here.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var workspace = new Argument<string>("WORKSPACE")
        {
            Description = "The directory of the run that is to be cleaned.",
            DefaultValueFactory = _ => "work",
        };
        var config = CommonOptions.Config();
        var quiet = CommonOptions.Quiet();
        var command = new Command("init", "Write a commented postrun.yaml from what is found here.") { workspace, config, quiet };
        command.Run(parsed =>
        {
            var root = parsed.GetValue(workspace)!;
            var file = parsed.GetValue(config)!;
            if (!Directory.Exists(root))
                throw CommandException.Usage($"{root}: no such directory; name the directory of the run: postrun init WORKSPACE");
            Write(file, DescriptorTemplate.Write(Facts(root)));
            if (!parsed.GetValue(quiet))
                Console.Out.WriteLine($"{Output.Safe.Text(file)}: read it, then 'postrun plan' shows what would happen");
            return ExitCode.Clean;
        });
        return command;
    }

    private static DescriptorFacts Facts(string root)
    {
        var variables = Machine.Variables();
        var caches = CacheFinder.Find(new() { All = true }, Machine.Users(variables), variables, new CacheProbe());
        return new()
        {
            RunId = null,
            Root = Path.IsPathRooted(root) ? root : $"./{Path.GetRelativePath(".", root)}",
            Directories =
            [
                .. Directory.GetDirectories(root).Order(StringComparer.Ordinal)
                    .Select(path => (Name: Path.GetFileName(path), Guess: FoundDirectory.GuessFor(Path.GetFileName(path))))
                    .Where(static found => found.Guess is not null)
                    .Select(static found => new FoundDirectory(found.Name, found.Guess!.Value)),
            ],
            Caches = [.. caches.Found.Select(static cache => cache.Name).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static void Write(string file, string text)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(stream);
            writer.Write(text);
        }
        catch (IOException e)
        {
            throw CommandException.Usage($"{file}: cannot be written: {e.Message} A descriptor that is there is never replaced");
        }
    }
}
