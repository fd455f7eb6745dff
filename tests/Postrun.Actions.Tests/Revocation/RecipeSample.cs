namespace Postrun.Actions.Tests;

/// <summary>A directory of this user alone, with recipes and commands in it.</summary>
internal sealed class RecipeSample : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("postrun-recipe-").FullName;

    public string Write(string name, string text, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, mode);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
