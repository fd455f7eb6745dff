using System.Diagnostics;
using System.Text;

namespace Postrun.EndToEnd.Tests;

/// <summary>A copy without secrets: of a pipe at once, of a file whole or not at all.</summary>
public sealed class RedactTests
{
    private const string Label = @"\[REDACTED:acme-token:[0-9a-f]{16}\]";

    [Fact]
    public async Task A_line_comes_through_before_the_next_one_is_written()
    {
        using var folder = new ScanFolder();
        var start = new ProcessStartInfo(PostrunBinary.Path, ["redact", "--rules", "rules.yaml", "--quiet", "-"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder.Root,
        };
        using var process = Process.Start(start)!;
        for (var step = 0; step < 3; step++)
        {
            var token = folder.Token();
            await process.StandardInput.WriteLineAsync($"step {step} {token} end");
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            // A line that waits for the next one lets this end by time.
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Tool.DefaultTimeout, TestContext.Current.CancellationToken);
            line.ShouldNotBeNull().ShouldMatch($"^step {step} {Label} end$");
        }
        await process.StandardInput.WriteAsync("no line feed");
        process.StandardInput.Close();
        (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("no line feed");
        process.WaitForExit(Tool.DefaultTimeout).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_broken_pipe_ends_quietly()
    {
        using var folder = new ScanFolder();
        var result = folder.Shell("yes line 2>/dev/null | \"$postrun\" redact - | head -n 2; echo \"${PIPESTATUS[1]}\"").ShouldExit(0);
        result.Out.ShouldBe("line\nline\n0\n");
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_others_append_to_is_not_overwritten()
    {
        using var folder = new ScanFolder();
        folder.Shell("{ echo first; echo second | \"$postrun\" redact --quiet -; echo third; } > out").ShouldExit(0);
        folder.Read("out").ShouldBe("first\nsecond\nthird\n");
    }

    [Fact]
    public void The_summary_counts_on_standard_error_and_tells_nothing()
    {
        using var folder = new ScanFolder();
        var token = folder.Token();
        folder.Write("a.log", $"{token} {token}\nmatr-204817\n");
        var result = folder.Redact("a.log").ShouldExit(0);
        result.Out.ShouldMatch($"^({Label}) \\1\nmatr-204817\n$");
        result.Error.ShouldContain("redacted 2, left 1 that are only shaped like one");
        result.Error.ShouldContain("acme-token (shape): 2 of 2");
        result.Error.ShouldNotContain(token[8..]);
        folder.Redact("--quiet", "a.log").ShouldExit(0).Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("remove", "a  b")]
    [InlineData("mask", "a ******************************** b")]
    public void A_form_is_chosen_on_the_command_line(string form, string expected)
    {
        using var folder = new ScanFolder();
        folder.Write("a.log", $"a {folder.Token()} b");
        folder.Redact("--form", form, "a.log").ShouldExit(0).Out.ShouldBe(expected);
    }

    [Fact]
    public void A_form_of_a_file_of_rules_goes_first_and_redacts_what_is_only_shaped()
    {
        using var folder = new ScanFolder();
        var token = folder.Token();
        folder.Write("a.log", $"{token} matr-204817");
        folder.Write("forms.yaml", "forms: { service: last4, acme-number: mask }");
        folder.Redact("--rules", "forms.yaml", "--form", "remove", "a.log").ShouldExit(0).Out.ShouldBe($"{new string('*', 28)}{token[^4..]} ***********");
    }

    [Fact]
    public void The_same_key_gives_the_same_label_and_no_key_another_one()
    {
        using var folder = new ScanFolder();
        folder.Write("a.log", folder.Token());
        var first = folder.Redact("--key", "key", "a.log").ShouldExit(0).Out;
        folder.Redact("--key", "key", "a.log").ShouldExit(0).Out.ShouldBe(first);
        folder.Redact("a.log").ShouldExit(0).Out.ShouldNotBe(first);
    }

    [Fact]
    public void A_file_is_replaced_with_its_permissions_and_only_where_it_has_to_be()
    {
        using var folder = new ScanFolder();
        folder.Write("a.log", folder.Token());
        folder.Write("clean.log", "nothing\n");
        folder.Shell("chmod 642 a.log").ShouldExit(0);
        var inode = folder.Shell("stat -c %i clean.log").Out;
        folder.Redact("--in-place", "a.log").ShouldExit(0).Out.ShouldBeEmpty();
        folder.Redact("--in-place", "clean.log").ShouldExit(0);
        folder.Read("a.log").ShouldMatch($"^{Label}$");
        folder.Shell("stat -c %a a.log").Out.ShouldBe("642\n");
        folder.Shell("stat -c %i clean.log").Out.ShouldBe(inode);
        Directory.EnumerateFiles(folder.Root, ".postrun-*").ShouldBeEmpty();
    }

    [Fact]
    public void A_copy_has_its_name_when_it_is_whole()
    {
        using var folder = new ScanFolder();
        var text = string.Concat(Enumerable.Range(0, 3000).Select(_ => $"{folder.Token()} and more text of a log\n"));
        folder.Write("a.log", text);
        folder.Redact("a.log", "-o", "copy.log").ShouldExit(0);
        folder.Read("copy.log").Split('\n').Length.ShouldBe(3001);
        folder.Read("copy.log").ShouldNotContain("acme_dt_");
        folder.Read("a.log").ShouldBe(text);
        // A compressed file that ends too soon: nothing takes the name.
        folder.Shell("gzip -k a.log && head -c 1000 a.log.gz > cut.gz").ShouldExit(0);
        folder.Redact("cut.gz", "-o", "never").ShouldExit(2);
        File.Exists(folder.At("never")).ShouldBeFalse();
        Directory.EnumerateFiles(folder.Root, ".postrun-*").ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_replaced_is_refused()
    {
        using var folder = new ScanFolder();
        folder.Write("a.log", folder.Token());
        folder.Shell("ln a.log b.log; mkfifo pipe; mkdir dir").ShouldExit(0);
        var before = folder.Read("a.log");
        folder.Redact("--in-place", "a.log").ShouldExit(2).Error.ShouldContain("has 2 names");
        folder.Redact("--in-place", "pipe").ShouldExit(2).Error.ShouldContain("no regular file");
        folder.Redact("--in-place", "missing").ShouldExit(2).Error.ShouldContain("does not exist");
        folder.Redact("--in-place").ShouldExit(2).Error.ShouldContain("needs the name of a file");
        folder.Redact("dir").ShouldExit(2).Error.ShouldContain("is a directory");
        folder.Redact("--form", "sealed", "a.log").ShouldExit(2).Error.ShouldContain("--recipient");
        folder.Redact("--form", "asterisks", "a.log").ShouldExit(2).Error.ShouldContain("--form takes");
        folder.Read("a.log").ShouldBe(before);
    }

    [Fact]
    public void Sealed_values_need_a_public_key()
    {
        using var folder = new ScanFolder();
        Tool.Require("openssl", "openssl");
        folder.Shell("openssl ecparam -name prime256v1 -genkey -noout -out k.pem && openssl ec -in k.pem -pubout -out p.pem").ShouldExit(0);
        folder.Write("a.log", folder.Token());
        folder.Redact("--form", "sealed", "--recipient", "p.pem", "a.log").ShouldExit(0).Out.ShouldMatch(@"^\[REDACTED:acme-token:[0-9a-f]{16}:[A-Za-z0-9_.-]+\]$");
        folder.Redact("--form", "sealed", "--recipient", "rules.yaml", "a.log").ShouldExit(2).Error.ShouldContain("recipient rules.yaml");
    }

    [Fact]
    public void Bytes_that_are_no_text_come_through_as_they_are()
    {
        using var folder = new ScanFolder();
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(static i => (byte)i), .. Encoding.ASCII.GetBytes("\nend")];
        folder.Write("raw", bytes);
        Tool.Run("/bin/sh", ["-c", $"cat raw | {PostrunBinary.Path} redact --quiet -"], directory: folder.Root).ShouldExit(0).OutBytes.ShouldBe(bytes);
    }
}
