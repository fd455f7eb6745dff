using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class CredentialRegisterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("postrun-register-").FullName;

    private string Path => System.IO.Path.Combine(folder, "credentials.ndjson");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_added_is_there_when_it_is_opened_again()
    {
        var lease = Lease("a", "database/creds/train/1");
        using (var register = Open())
            register.Add(lease);
        using var again = Open();
        again.Credentials.ShouldBe([lease]);
        again.DamagedLines.ShouldBeEmpty();
    }

    [Fact]
    public void Only_its_owner_may_read_it()
    {
        using (Open())
            File.GetUnixFileMode(Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void The_same_twice_is_there_once()
    {
        using var register = Open();
        register.Add(Lease("a", "x/1"));
        register.Add(Lease("a", "x/1"));
        register.Credentials.Count.ShouldBe(1);
        File.ReadAllLines(Path).Length.ShouldBe(1);
    }

    [Fact]
    public void A_name_stands_for_one_credential_and_a_credential_for_one_name()
    {
        using var register = Open();
        register.Add(Lease("a", "x/1"));
        Should.Throw<ArgumentException>(() => register.Add(Lease("a", "x/2"))).Message.ShouldContain("name");
        Should.Throw<ArgumentException>(() => register.Add(Lease("b", "x/1"))).Message.ShouldContain("registered already, as a");
    }

    [Fact]
    public void A_line_that_was_cut_is_named_and_hides_no_other()
    {
        using (var register = Open())
            register.Add(Lease("a", "x/1"));
        File.AppendAllText(Path, "{\"name\":\"cu");
        using (var register = Open())
            register.Add(Lease("b", "x/2"));
        using var again = Open();
        again.Credentials.Select(static credential => credential.Name).ShouldBe(["a", "b"]);
        again.DamagedLines.ShouldBe([2]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"name\":\"\",\"kind\":\"other\",\"registeredAt\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"name\":\"a\",\"kind\":\"nothing\",\"registeredAt\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"name\":\"a\",\"kind\":\"other\",\"issuer\":\"not-absolute\",\"registeredAt\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"name\":\"a\",\"kind\":\"other\",\"issuer\":\"https://user:word@host\",\"registeredAt\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"name\":\"a\",\"kind\":\"other\",\"value\":\"hvs.secret\",\"registeredAt\":\"2026-01-01T00:00:00Z\"}")]
    public void What_is_no_credential_is_a_damaged_line(string line)
    {
        File.WriteAllText(Path, line + "\n");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var register = Open();
        register.Credentials.ShouldBeEmpty();
        register.DamagedLines.ShouldBe([1]);
    }

    [Fact]
    public void A_register_that_others_may_read_is_refused()
    {
        File.WriteAllText(Path, "");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Should.Throw<IOException>(Open).Message.ShouldContain("chmod 600");
    }

    [Fact]
    public void A_link_and_a_second_name_are_refused()
    {
        var other = System.IO.Path.Combine(folder, "other");
        File.WriteAllText(other, "");
        File.SetUnixFileMode(other, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(Path, other);
        Should.Throw<IOException>(Open).Message.ShouldContain("symbolic link");
    }

    [Fact]
    public void What_is_not_there_is_not_made_unless_it_is_wanted() => CredentialRegister.Open(Path, create: false).ShouldBeNull();

    [Fact]
    public void The_last_outcome_counts_and_a_cut_one_does_not()
    {
        var file = Path + ".outcomes";
        using (var log = RevocationLog.Open(file))
        {
            log.Append(Outcome("a", RevocationStatus.Failed));
            log.Append(Outcome("a", RevocationStatus.RevokedVerified));
            log.Append(Outcome("b", RevocationStatus.RevokedVerified));
        }
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..^20]);
        using var again = RevocationLog.Open(file);
        again.Earlier.Keys.ShouldBe(["a"]);
        again.Earlier["a"].Status.ShouldBe(RevocationStatus.RevokedVerified);
    }

    private CredentialRegister Open() => CredentialRegister.Open(Path, create: true)!;

    private static RunCredential Lease(string name, string handle) => new()
    {
        Name = name,
        Kind = CredentialKind.VaultLease,
        Issuer = new("https://vault.test:8200/"),
        Handle = handle,
        RegisteredAt = DateTimeOffset.UnixEpoch,
    };

    private static RevocationOutcome Outcome(string name, RevocationStatus status) => new()
    {
        Name = name,
        Kind = CredentialKind.VaultLease,
        Status = status,
        Proof = "seen",
        At = DateTimeOffset.UnixEpoch,
    };
}
