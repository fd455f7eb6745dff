namespace Postrun.EndToEnd.Tests;

/// <summary>A file system of its own, unmounted at the end.</summary>
internal sealed class Mount : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("postrun-mnt-").FullName;

    private Mount()
    {
        Tool.RequireRoot();
        Directory.CreateDirectory(Point);
    }

    public string Point => Path.Combine(home, "m");

    public static Mount Tmpfs(string size)
    {
        var mount = new Mount();
        Tool.Must("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", mount.Point);
        return mount;
    }

    public static Mount Ext4(int mebibytes)
    {
        Tool.Require("mkfs.ext4", "e2fsprogs");
        var mount = new Mount();
        var image = Path.Combine(mount.home, "image");
        using (var file = File.Create(image))
            file.SetLength((long)mebibytes << 20);
        Tool.Must("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", image);
        Tool.Must("mount", "-o", "loop", image, mount.Point);
        return mount;
    }

    public static Mount ReadOnly(string source)
    {
        var mount = new Mount();
        Tool.Must("mount", "--bind", source, mount.Point);
        mount.Remount("ro,bind");
        return mount;
    }

    public void Remount(string options) => Tool.Must("mount", "-o", $"remount,{options}", Point);

    /// <summary>Free bytes, after everything pending has been written.</summary>
    public long Free()
    {
        Tool.Must("sync", "-f", Point);
        var fields = Tool.Must("stat", "-f", "-c", "%f %S", Point).Out.Split(' ');
        return long.Parse(fields[0], null) * long.Parse(fields[1], null);
    }

    public void Dispose()
    {
        if (Tool.Run("umount", [Point]).ExitCode != 0)
            Tool.Must("umount", "-l", Point);
        Tool.Run("/bin/rm", ["-rf", "--one-file-system", home]);
    }
}
