namespace Postrun.Attack.Tests;

/// <summary>Where the native executable is.</summary>
internal static class PostrunBinary
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("POSTRUN_BIN") is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new FileNotFoundException($"POSTRUN_BIN names {named}, which does not exist");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Postrun.slnx"))
                && System.IO.Path.Combine(folder.FullName, "out", "postrun") is var built && File.Exists(built))
                return built;
        throw new FileNotFoundException("the native executable is not found: publish Postrun.Cli to out/, or set POSTRUN_BIN");
    }
}
