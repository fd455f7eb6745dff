using System.Buffers.Binary;
using System.Globalization;

namespace Postrun.EndToEnd.Tests;

/// <summary>What is staged is read wherever Git has put it, and what cannot be read never passes.</summary>
public sealed class StagedScanTests : IDisposable
{
    private const string Init = "git init -q repo && cd repo && git config user.name a && git config user.email a@example.org";

    private readonly ScanFolder folder = new();

    public StagedScanTests() => Tool.Require("git", "git");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_is_staged_is_read_as_it_will_be_committed(int version)
    {
        folder.Write("repo/clean.md", "nothing\n");
        folder.Write("repo/src/old.md", folder.Token());
        folder.Shell($"{Init} && git add . && git commit -qm first && git gc -q && git update-index --index-version {version.ToString(CultureInfo.InvariantCulture)}").ShouldExit(0);
        folder.Scan("--staged", "repo").ShouldExit(0).Out.ShouldContain("0 findings in 0 files", customMessage: "what is committed is not new");
        folder.Write("repo/src/new.md", $"one\n{folder.Token()}\n");
        folder.Write("repo/src/also new.md", "nothing else\n");
        folder.Scan("--staged", "repo").ShouldExit(0);
        // An extended flag is what makes an index one of version 3.
        folder.Write("repo/later.md", folder.Token());
        folder.Shell("cd repo && git add src && git add -N later.md").ShouldExit(0);
        folder.Write("repo/src/new.md", "changed since\n");
        folder.Scan("--staged", "repo").ShouldExit(1).Out.ShouldMatch(@"^src/new\.md:2: critical: ");
        folder.Scan("--staged", "repo/src").ShouldExit(1).Out.ShouldContain("1 finding in 2 files");
        folder.Scan("--staged", "repo/src/new.md", "repo/src").ShouldExit(1).Out.ShouldContain("1 finding in 2 files");
        folder.Scan("--staged", "repo/clean.md").ShouldExit(0);
        folder.Scan("--staged", "/").ShouldExit(2).Error.ShouldContain("in no Git repository");
        folder.Shell("cd repo && git worktree add -q ../tree && cd ../tree && echo x > y && git add y").ShouldExit(0);
        folder.Scan("--staged", "tree").ShouldExit(0).Out.ShouldContain("in 1 file");
    }

    [Theory]
    [InlineData("git repack -adq && git prune-packed && git gc -q --prune=now")]
    [InlineData("git rm -q --cached a.log && git config core.bigFileThreshold 1 && git add a.log")]
    [InlineData("cp -r .git/objects ../elsewhere && find .git/objects -type f -delete && echo ../../../elsewhere > .git/objects/info/alternates")]
    [InlineData("git update-index --split-index")]
    [InlineData("git update-index --assume-unchanged a.log")]
    [InlineData("git replace $(git rev-parse :a.log) $(echo harmless | git hash-object -w --stdin)")]
    [InlineData("git rm -q --cached a.log && ln -s $(cat a.log) b.log && git add b.log")]
    public void It_is_found_wherever_git_keeps_it(string keeping)
    {
        folder.Write("repo/a.log", folder.Token());
        folder.Shell($"{Init} && git commit -qm first --allow-empty && git add . && {keeping}").ShouldExit(0);
        folder.Scan("--staged", "repo").ShouldExit(1).Out.ShouldMatch(@"^[ab]\.log:1: critical: ");
    }

    [Fact]
    public void Before_the_first_commit_all_is_new()
    {
        folder.Write("repo/a.log", folder.Token());
        folder.Shell($"{Init} && git add .").ShouldExit(0);
        folder.Scan("--staged", "repo").ShouldExit(1);
    }

    [Fact]
    public void Names_of_objects_may_be_long()
    {
        folder.Write("repo/a.log", folder.Token());
        folder.Shell("git init -q --object-format=sha256 repo && cd repo && git add .").ShouldExit(0);
        folder.Scan("--staged", "repo").ShouldExit(1);
    }

    [Fact]
    public void Two_repositories_may_have_a_file_of_one_name()
    {
        folder.Write("repo/a.log", "nothing\n");
        folder.Shell($"{Init} && git add .").ShouldExit(0);
        folder.Write("other/a.log", folder.Token());
        folder.Shell("git init -q other && cd other && git add .").ShouldExit(0);
        folder.Scan("--staged", "repo", "other").ShouldExit(1).Out.ShouldContain("1 finding in 2 files");
    }

    [Fact]
    public void As_a_hook_it_keeps_the_secret_out_of_the_history()
    {
        folder.Write("hook", "#!/bin/sh\nexec \"$postrun\" scan --rules ../rules.yaml --staged --fail-at high .\n");
        folder.Write("repo/a.log", "nothing\n");
        folder.Shell($"{Init} && install -m 755 ../hook .git/hooks/pre-commit && git add . && git commit -qm first").ShouldExit(0);
        folder.Write("repo/a.log", folder.Token());
        folder.Shell("cd repo && git commit -qm second a.log").ShouldExit(1);
        folder.Shell("cd repo && git add . && git gc -q && git commit -qm second").ShouldExit(1);
        folder.Shell("cd repo && git rev-list --count HEAD").ShouldExit(0).Out.Trim().ShouldBe("1");
    }

    [Theory]
    [InlineData("rm -f .git/objects/??/*", "missing")]
    [InlineData("for file in .git/objects/??/*; do chmod u+w $file; echo no object > $file; done", "a.log: ")]
    public void Content_that_cannot_be_read_does_not_pass(string harm, string message)
    {
        folder.Write("repo/a.log", "nothing\n");
        folder.Shell($"{Init} && git add . && {harm}").ShouldExit(0);
        var error = folder.Scan("--staged", "repo").ShouldExit(2).Error;
        error.ShouldContain("a.log: ");
        error.ShouldContain(message);
    }

    [Fact]
    public void What_is_not_merged_does_not_pass()
    {
        folder.Write("repo/a.log", "one\n");
        folder.Shell($"{Init} && git add . && git commit -qm 1 && git checkout -qb b && echo two > a.log && git commit -qam 2 && git checkout -q - && echo three > a.log && git commit -qam 3; git merge b || true").ShouldExit(0);
        folder.Scan("--staged", "repo").ShouldExit(2).Error.ShouldContain("a.log: is not merged yet");
    }

    [Theory]
    [InlineData("index")]
    [InlineData("objects/ab/0123456789012345678901234567890123456789")]
    [InlineData("objects/pack/pack-1.idx")]
    [InlineData("objects/info/alternates")]
    [InlineData("HEAD")]
    [InlineData("config")]
    public void A_fifo_is_not_waited_for(string name)
    {
        folder.Write("repo/a.log", "nothing\n");
        folder.Shell($"{Init} && git add . && rm -f .git/{name} && mkdir -p $(dirname .git/{name}) && mkfifo .git/{name}").ShouldExit(0);
        var error = folder.Scan("--staged", "repo").ShouldExit(2).Error;
        error.ShouldMatch("is a FIFO or a device|is silent for 10 s|not a git repository");
    }

    [Fact]
    public void The_configuration_of_a_repository_starts_no_program()
    {
        folder.Write("repo/a.log", "nothing\n");
        folder.Write("repo/git", "#!/bin/sh\ntouch ran\n");
        folder.Shell($"""
            {Init} && git add a.log && git commit -qm first && echo more >> a.log && git add a.log && chmod +x git
            rm -f $(git rev-parse :a.log | sed 's,^..,.git/objects/&/,')
            for name in core.fsmonitor core.sshCommand core.pager diff.external credential.helper core.gitProxy core.alternateRefsCommand remote.origin.uploadpack; do git config $name "touch $PWD/ran; false"; done
            git config remote.origin.url . && git config remote.origin.promisor true && git config extensions.partialClone origin && git config core.repositoryformatversion 1
            mkdir -p .git/hooks && for name in post-index-change reference-transaction; do cp git .git/hooks/$name; done
            """).ShouldExit(0);
        Tool.Run(PostrunBinary.Path, ["scan", "--staged", "."], new Dictionary<string, string> { ["PATH"] = ":.:/usr/bin:/bin" }, directory: folder.At("repo"))
            .ShouldExit(2).Error.ShouldContain("a.log: is staged, and its content cannot be read");
        File.Exists(folder.At("repo/ran")).ShouldBeFalse();
    }

    [Fact]
    public void Without_git_it_says_so()
    {
        folder.Shell(Init).ShouldExit(0);
        Tool.Run(PostrunBinary.Path, ["scan", "--staged", "."], new Dictionary<string, string> { ["PATH"] = "/nowhere" }, directory: folder.At("repo"))
            .ShouldExit(2).Error.ShouldContain("git, which is in no directory of PATH");
    }

    [Fact]
    public void An_index_that_is_none_does_not_pass()
    {
        folder.Write("repo/a.log", folder.Token());
        folder.Shell($"{Init} && git add .").ShouldExit(0);
        var whole = File.ReadAllBytes(folder.At("repo/.git/index"));
        byte[][] wrong =
        [
            [.. "DIRC, but no index of any kind at all"u8],
            whole[..20],
            whole[..^30],
            With(whole, 4, 1),
            With(whole, 4, 9),
            With(whole, 8, 9),
            With(whole, 8, int.MaxValue),
            With(whole, 8, -1),
        ];
        foreach (var index in wrong)
        {
            folder.Write("repo/.git/index", index);
            // Of some that are cut Git still reads the entry; none passes.
            folder.Scan("--staged", "repo").ExitCode.ShouldBeOneOf(1, 2);
        }
    }

    /// <summary>The sum of an index is looked at by nobody who commits it, and a name leads nowhere.</summary>
    [Theory]
    [InlineData("../a.log")]
    [InlineData("/etc/a.l")]
    [InlineData(".git/a.b")]
    [InlineData("a\u001b[31m.l")]
    public void A_hostile_name_in_an_index_is_shown_and_not_followed(string name)
    {
        folder.Write("repo/name.log", folder.Token());
        folder.Shell($"{Init} && git add .").ShouldExit(0);
        var index = File.ReadAllBytes(folder.At("repo/.git/index"));
        var at = index.AsSpan().IndexOf("name.log"u8);
        System.Text.Encoding.ASCII.GetBytes(name).CopyTo(index, at);
        folder.Write("repo/.git/index", index);
        var result = folder.Scan("--staged", "repo");
        result.ExitCode.ShouldBeOneOf(1, 2);
        result.OutBytes.ShouldNotContain((byte)0x1b);
        result.ErrorBytes.ShouldNotContain((byte)0x1b);
    }

    /// <summary>Whatever becomes of single bytes: what is found or refused does not pass, but for names and entries that are no files any more.</summary>
    [Fact]
    public void A_damaged_index_ends_with_an_exit_code_of_ours()
    {
        folder.Write("repo/a.log", folder.Token());
        folder.Shell($"{Init} && git add .").ShouldExit(0);
        var whole = File.ReadAllBytes(folder.At("repo/.git/index"));
        var random = new Random(3);
        for (var i = 0; i < 40; i++)
        {
            var index = whole.ToArray();
            index[random.Next(index.Length)] ^= (byte)(1 << random.Next(8));
            folder.Write("repo/.git/index", index);
            folder.Scan("--staged", "repo").ExitCode.ShouldBeOneOf(0, 1, 2);
        }
    }

    private static byte[] With(byte[] index, int at, int value)
    {
        var changed = index.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(at), value);
        return changed;
    }
}
